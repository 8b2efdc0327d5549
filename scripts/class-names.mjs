// Names that nothing but members of our own classes has. What is called so in main.js is one of these, so Terser may give it a short name;
// of any other name it cannot know whose it is.
import ts from 'typescript';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { tokenizer } from 'acorn';
import { SOURCE, ofSource, programOf } from './source-program.mjs';

/** The plugin's own class: others ask it by name. */
const PLUGIN = `${SOURCE}main.ts`;
/** Packages in main.js, whose types do not say all their names. */
const PACKAGES = ['luxon/build/es6/luxon.mjs', 'stemmer/index.js'];
/** Texts of the interface name members in data, which Terser does not see. */
const TEXTS = `${SOURCE}i18n/`;
/** A name of three letters is hardly shorter than what it would get. */
const LONG = 4;

const isMember = (node) =>
  ts.isClassElement(node) || (ts.isParameter(node) && ts.isParameterPropertyDeclaration(node, node.parent));

/** What is named in a property's place, wherever it stands: in a type, an object, a class. */
const isProperty = (node) =>
  isMember(node) || ts.isTypeElement(node) || ts.isObjectLiteralElementLike(node) || ts.isEnumMember(node);

/** Every name and text in the code of a package. */
function wordsOf(name) {
  const code = readFileSync(path.resolve(import.meta.dirname, '../node_modules', name), 'utf8');
  return [...tokenizer(code, { ecmaVersion: 2022, sourceType: 'module' })].map(({ value }) => value);
}

function classNames() {
  const program = programOf();
  program.getTypeChecker(); // binds: a node knows its parent then
  const ours = new Set();
  const others = new Set(PACKAGES.flatMap(wordsOf));
  const visit = (node, isOurs) => {
    const isOwn = isOurs && isMember(node);
    if (isProperty(node) && node.name !== undefined) (isOwn ? ours : others).add(node.name.text);
    if (!isOurs && ts.isFunctionDeclaration(node)) others.add(node.name?.text); // of a namespace, such as `CSS.escape`
    if (isOurs && ts.isStringLiteralLike(node)) others.add(node.text); // it may be looked up
    if (ts.isPropertyAccessExpression(node) && node.getSourceFile().fileName.startsWith(TEXTS))
      others.add(node.name.text);
    ts.forEachChild(node, (below) => visit(below, isOurs));
  };
  for (const file of program.getSourceFiles())
    visit(file, file.fileName.startsWith(SOURCE) && file.fileName !== PLUGIN);
  return [...ours].filter((name) => name?.length >= LONG && !others.has(name)).sort();
}

/** @returns {Promise<string[]>} */
export const namesOfClasses = () => ofSource([import.meta.filename], classNames);
