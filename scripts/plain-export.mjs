const BY_GETTER = /var (\w+)=\{\};__export\(\1,\{default:\(\)=>(\w+)\}\);module\.exports=__toCommonJS\(\1\);/;

/**
 * The same program, whose export is a value: esbuild makes getters of what a module exports, by four helpers, since it may change. The
 * plugin's class does not, so main.js says at its end what it is, as the app asks for it.
 * @param {string} code what esbuild made of a module with a default export alone
 */
export function plainExport(code) {
  const [all, , name] = BY_GETTER.exec(code) ?? [];
  if (all === undefined) throw new Error('esbuild exports in another way than it did.');
  return `${code.replace(all, () => '')}module.exports={default:${name}};`;
}
