// `node scripts/search-names.mjs [minutes] [heat]`: looks for names in main.js of which deflate makes less, and writes them to
// scripts/names.txt. `heat` is how many bits a change may lose at first, about: 5 or so where much is new, for ten minutes or more; 0, as
// it is without, makes a little of what there is in any time. To be run in turns with search-order.mjs.
import { textOfNames } from './kept-names.mjs';
import { NameSearch } from './name-search.mjs';
import { searchFor, timeOf } from './searching.mjs';
import { NAMES } from './tighten.mjs';

const [minutes = '10', heat = '0'] = process.argv.slice(2);
await searchFor(NAMES, ({ names, declarations, members }) => {
  const search = new NameSearch(names, members);
  search.run(timeOf(Number(minutes)), Number(heat), (bytes) => {
    console.log(`${String(Math.round(bytes))} bytes without what tells how to read them`);
  });
  return textOfNames(declarations, search.members);
});
