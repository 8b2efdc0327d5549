// Names that nothing but members of our own classes has. What is called so in main.js is one of these, so Terser may give it a short name;
// of any other name it cannot know whose it is.
import ts from 'typescript';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { tokenizer } from 'acorn';
import { SOURCE, ofSource, programOf } from './source-program.mjs';

/** The plugin's own class, and what it offers to scripts: others ask them by name. */
const OUTWARD = ['main.ts', 'features/api.ts'].map((file) => SOURCE + file);
/** Packages in main.js, whose types do not say all their names. */
const PACKAGES = ['luxon/build/es6/luxon.mjs', 'stemmer/index.js'];
/** Texts of the interface are data with their keys, and name members there, which Terser does not see. */
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

/** Whether a member holds a function, which is never stored, sent or written: nobody but our code knows its name. */
function isCallable(node, checker) {
  if (ts.isMethodSignature(node) || ts.isMethodDeclaration(node)) return true;
  if (!ts.isPropertySignature(node) && !ts.isPropertyAssignment(node) && !ts.isShorthandPropertyAssignment(node))
    return false;
  const type = checker.getNonNullableType(checker.getTypeAtLocation(node.name));
  return type.getCallSignatures().length > 0;
}

/** What may be named in some other way than by its name: `object[key]`, and what is listed, as by `Object.entries(object)`. */
function lookedUp(node, checker) {
  const objects = [];
  if (ts.isElementAccessExpression(node) && !ts.isNumericLiteral(node.argumentExpression))
    objects.push(node.expression);
  if (ts.isForInStatement(node)) objects.push(node.expression);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.InKeyword) objects.push(node.right);
  if (ts.isCallExpression(node) && /^(?:Object|Reflect|JSON)\./.test(node.expression.getText()))
    objects.push(...node.arguments);
  if (ts.isObjectLiteralExpression(node) && checker.getContextualType(node)?.getStringIndexType()) objects.push(node);
  return objects.flatMap((object) => {
    const type = checker.getTypeAtLocation(object);
    return (type.isUnion() ? type.types : [type]).flatMap((one) => one.getProperties().map(({ name }) => name));
  });
}

function classNames() {
  const program = programOf();
  const checker = program.getTypeChecker(); // binds, too: a node knows its parent then
  const ours = new Set();
  const others = new Set(PACKAGES.flatMap(wordsOf));
  const visit = (node, isOurs) => {
    const isOwn = isOurs && (isMember(node) || isCallable(node, checker));
    if (isProperty(node) && node.name !== undefined) (isOwn ? ours : others).add(node.name.text);
    if (!isOurs && ts.isFunctionDeclaration(node)) others.add(node.name?.text); // of a namespace, such as `CSS.escape`
    if (ts.isStringLiteralLike(node) && node.getSourceFile().fileName.startsWith(SOURCE)) others.add(node.text); // it may be looked up
    if (isOurs) for (const name of lookedUp(node, checker)) others.add(name);
    if (ts.isPropertyAccessExpression(node) && node.getSourceFile().fileName.startsWith(TEXTS))
      others.add(node.name.text);
    ts.forEachChild(node, (below) => visit(below, isOurs));
  };
  const isOurs = ({ fileName }) =>
    fileName.startsWith(SOURCE) && !fileName.startsWith(TEXTS) && !OUTWARD.includes(fileName);
  for (const file of program.getSourceFiles()) visit(file, isOurs(file));
  return [...ours].filter((name) => name?.length >= LONG && !others.has(name)).sort();
}

/** @returns {Promise<string[]>} */
export const namesOfClasses = () => ofSource(import.meta.filename, classNames);
