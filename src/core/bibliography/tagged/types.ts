/** Types of RIS, EndNote and RefWorks, in lower case, under BibTeX's names; with BibLaTeX's subtype behind a blank. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ...each('article', [
    'jour',
    'jfull',
    'ejour',
    'abst',
    'inpr',
    'journal article',
    'electronic article',
    'journal, electronic',
  ]),
  ...each('article magazine', ['mgzn', 'magazine article']),
  ...each('article newspaper', ['news', 'newspaper article']),
  ...each('inproceedings', ['conf', 'cpaper', 'conference proceedings', 'conference proceeding', 'conference paper']),
  ...each('book', [
    'book',
    'ebook',
    'edbook',
    'book, whole',
    'book, edited',
    'edited book',
    'electronic book',
    'monograph',
  ]),
  ...each('incollection', [
    'chap',
    'echap',
    'book section',
    'book, section',
    'electronic book section',
    'encyclopedia',
    'ency',
  ]),
  ...each('phdthesis', ['thes', 'thesis', 'dissertation/thesis', 'dissertation/thesis, unpublished']),
  ...each('techreport', ['rprt', 'report', 'govdoc', 'government document', 'stand', 'standard']),
  ...each('unpublished', ['unpb', 'manscpt', 'manuscript', 'unpublished work', 'unpublished material']),
  ...each('online', ['elec', 'web', 'blog', 'icomm', 'web page', 'online discussion forum/blogs', 'online multimedia']),
  ...each('video', [
    'video',
    'mpct',
    'advs',
    'multi',
    'film or broadcast',
    'audiovisual material',
    'video/ dvd',
    'motion picture',
  ]),
  ...each('software', ['comp', 'computer program']),
  ...each('dataset', ['data', 'dbase', 'dataset']),
  ...each('patent', ['pat', 'patent']),
]);

function each(type: string, names: readonly string[]): [string, string][] {
  return names.map((name) => [name, type]);
}

/** The type of an entry, and its subtype where it has one. */
export function bibtexType(written: string): { readonly type: string; readonly subtype: string | null } {
  const [type = 'misc', subtype = null] = TYPES.get(written.trim().toLowerCase())?.split(' ') ?? [];
  return { type, subtype };
}
