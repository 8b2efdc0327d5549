// Names of members that nothing outside the code has, gives or takes. What is called so in main.js is one of ours, so Terser may give it a
// short name; of any other name it cannot know whose it is.
import ts from 'typescript';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { tokenizer } from 'acorn';
import { Leaks } from './leaks.mjs';
import { PrivateNames } from './private-names.mjs';
import { SOURCE, ofSource, programOf, stepBeside } from './source-program.mjs';

/** The plugin's own class: others ask it by name; and so do they what it gives them. */
const PLUGIN = `${SOURCE}main.ts`;
const API = `${SOURCE}features/api.ts`;
/** Packages in main.js, whose types do not say all their names. */
const PACKAGES = ['luxon/build/es6/luxon.mjs', 'stemmer/index.js'];
/** Texts of the interface name members in data, which Terser does not see. */
const TEXTS = `${SOURCE}i18n/`;
/** A name of two letters is hardly shorter than what it would get. */
const LONG = 3;

/** What is named in a property's place, wherever it stands: in a type, an object, a class. */
const isProperty = (node) =>
  ts.isClassElement(node) ||
  (ts.isParameter(node) && ts.isParameterPropertyDeclaration(node, node.parent)) ||
  ts.isTypeElement(node) ||
  ts.isObjectLiteralElementLike(node) ||
  ts.isEnumMember(node);

/** Every name and text in the code of a package. */
function wordsOf(name) {
  const code = readFileSync(path.resolve(import.meta.dirname, '../node_modules', name), 'utf8');
  return [...tokenizer(code, { ecmaVersion: 2022, sourceType: 'module' })].map(({ value }) => value);
}

/** What the plugin's class has, which tests and scripts reach. */
function heldByPlugin(program) {
  const members = program
    .getSourceFile(PLUGIN)
    .statements.flatMap((one) => (ts.isClassDeclaration(one) ? [...one.members] : []));
  return members
    .filter((one) => ts.isPropertyDeclaration(one) || ts.isAccessor(one))
    .map((one) => program.getTypeChecker().getTypeAtLocation(one));
}

export function innerNames(program = programOf()) {
  const leaks = new Leaks(program);
  for (const type of heldByPlugin(program)) leaks.see(type);
  leaks.settle();
  const ours = new Set();
  const others = new Set([...PACKAGES.flatMap(wordsOf), ...leaks.names]);
  const visit = (node, isOurs, isAsked) => {
    if (isProperty(node) && node.name !== undefined)
      (isOurs && ts.isIdentifier(node.name) ? ours : others).add(node.name.text);
    if (!isOurs && ts.isFunctionDeclaration(node)) others.add(node.name?.text); // of a namespace, such as `CSS.escape`
    if (isOurs && ts.isStringLiteralLike(node)) others.add(node.text); // it may be looked up
    if (isAsked && ts.isIdentifier(node)) others.add(node.text);
    ts.forEachChild(node, (below) => visit(below, isOurs, isAsked));
  };
  for (const file of program.getSourceFiles()) {
    const { fileName, isDeclarationFile } = file;
    visit(
      file,
      fileName.startsWith(SOURCE) && !isDeclarationFile,
      fileName.startsWith(TEXTS) || [PLUGIN, API].includes(fileName),
    );
  }
  const named = [...ours].filter((name) => name.length >= LONG && !others.has(name));
  return [...named, ...new PrivateNames(program).all].sort();
}

/** @returns {Promise<string[]>} */
export const namesWithin = () =>
  ofSource([import.meta.filename, stepBeside('leaks'), stepBeside('private-names')], innerNames);
