// Keys of the interface's texts in one or two signs, as main.js has them: Terser shortens no key, since it cannot tell where an object
// goes; the compiler can. A key that is looked up by a name that is put together, or that something else names too, stays as it is.
// What else is written in other words before it is bundled is written here, too: see short-tests.mjs and private-names.mjs.
import ts from 'typescript';
import { readFile } from 'node:fs/promises';
import { PrivateNames } from './private-names.mjs';
import { testEdits } from './short-tests.mjs';
import { SOURCE, ofSource, pathInProject, programOf, stepBeside } from './source-program.mjs';

/** Whether a file is of those that hold a language's texts, or puts them together. */
const isOf = (language, file) =>
  file === `${SOURCE}i18n/${language}.ts` || file.startsWith(`${SOURCE}i18n/${language}/`);

/** The n-th short key, from 0: a, b, …, z, a0, a1, …, zz; src/i18n/fill.ts gives the same ones. */
export const nameAt = (n) => (n < 26 ? n + 10 : n + 334).toString(36);

class Keys {
  /** By the declaration of a key in English, what it is called in main.js. */
  short = new Map();
  /** Declarations of keys that keep their names. */
  kept = new Set();
  /** By the declaration of a key that stands in for another's, as in `{ ...all, ...some }`, the other one. */
  inFor = new Map();

  constructor(program) {
    this.program = program;
    this.checker = program.getTypeChecker();
    this.privates = new PrivateNames(program);
    this.files = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(SOURCE));
  }

  /** Where English declares a property, through mapped types: at several places, where it is one of several groups'. */
  declarations(symbol) {
    return (symbol?.declarations ?? []).flatMap((one) => {
      if (!ts.isObjectLiteralElementLike(one)) return [];
      const { fileName } = one.getSourceFile();
      if (isOf('en', fileName)) return [one];
      if (!isOf('zh', fileName)) return [];
      return this.declarations(this.checker.getContextualType(one.parent)?.getProperty(one.name.getText()));
    });
  }

  /** The first of these; undefined for what is no text of ours. */
  declared(symbol) {
    return this.declarations(symbol)[0];
  }

  /** The properties of a type that are keys of texts. */
  keysOf(type) {
    return type.getProperties().filter((one) => this.declared(one) !== undefined);
  }

  /** A group that is looked into by a computed key, or handed on as something else, keeps its names, and so does all below it. */
  keep(type) {
    for (const key of this.keysOf(type)) {
      const declaration = this.declared(key);
      if (this.kept.has(declaration)) continue;
      this.kept.add(declaration);
      this.keep(this.checker.getTypeOfSymbolAtLocation(key, declaration));
    }
  }

  /** Keeps the keys of an expression that goes where they are known by other declarations, or by none. */
  keepWhereOthersName(expression) {
    const { checker } = this;
    const type = checker.getTypeAtLocation(expression);
    const keys = this.keysOf(type);
    if (keys.length === 0) return;
    const { parent } = expression;
    if (ts.isPropertyAccessExpression(parent) && parent.expression === expression) return;
    if (ts.isSpreadAssignment(parent) && this.isCovering(parent.parent)) return;
    if (ts.isElementAccessExpression(parent) || ts.isSpreadAssignment(parent) || ts.isSpreadElement(parent)) {
      this.keep(type);
      return;
    }
    if (ts.isVariableDeclaration(parent) && ts.isObjectBindingPattern(parent.name)) return;
    const wanted = checker.getContextualType(expression);
    if (wanted === undefined) return;
    const isSame = (key) => this.declared(wanted.getProperty(key.name)) === this.declared(key);
    if (!keys.every(isSame)) this.keep(type);
  }

  /** Whether an object is a group and, in its place, others that have no keys but that group's. */
  isCovering(object) {
    const { checker } = this;
    const wanted = checker.getContextualType(object);
    if (wanted === undefined || !object.properties.every(ts.isSpreadAssignment)) return false;
    const [keys, ...others] = object.properties.map(({ expression }) =>
      this.keysOf(checker.getTypeAtLocation(expression)),
    );
    const placeOf = (key) => this.declared(wanted.getProperty(key.name));
    if (!keys.every((key) => placeOf(key) === this.declared(key))) return false;
    const names = new Set(keys.map(({ name }) => name));
    if (!others.flat().every(({ name }) => names.has(name))) return false;
    for (const key of others.flat()) this.inFor.set(this.declared(key), placeOf(key));
    return true;
  }

  /** The property that an element of an object pattern takes. */
  bound({ parent, propertyName, name, dotDotDotToken }) {
    if (!ts.isObjectBindingPattern(parent) || dotDotDotToken !== undefined) return undefined;
    return this.checker.getTypeAtLocation(parent).getProperty((propertyName ?? name).getText());
  }

  each(node, visit) {
    visit(node);
    ts.forEachChild(node, (below) => this.each(below, visit));
  }

  /** What means one of several keys cannot have several names. */
  keepAllOf(symbol) {
    const all = this.declarations(symbol);
    if (all.length > 1) for (const one of all) this.kept.add(one);
  }

  find() {
    for (const file of this.files) {
      this.each(file, (node) => {
        if (ts.isPropertyAccessExpression(node)) this.keepAllOf(this.checker.getSymbolAtLocation(node.name));
        if (ts.isBindingElement(node)) this.keepAllOf(this.bound(node));
        if (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node))
          if (ts.isExpression(node) && !ts.isPartOfTypeNode(node)) this.keepWhereOthersName(node);
      });
    }
    for (const [one, other] of this.inFor) if (this.kept.has(one)) this.kept.add(other);
    for (const file of this.files.filter(({ fileName }) => isOf('en', fileName))) {
      for (const statement of file.statements) {
        const isExported = statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
        if (!ts.isVariableStatement(statement) || !isExported) continue;
        for (const one of statement.declarationList.declarations) this.name(this.checker.getTypeAtLocation(one));
      }
    }
  }

  name(type) {
    const keys = this.keysOf(type);
    const isKept = (key) => this.kept.has(this.declared(key));
    const taken = new Set(
      type
        .getProperties()
        .filter((key) => !keys.includes(key) || isKept(key))
        .map(({ name }) => name),
    );
    let n = 0;
    for (const key of keys) {
      const declaration = this.declared(key);
      if (!isKept(key) && !this.short.has(declaration) && !this.inFor.has(declaration)) {
        while (taken.has(nameAt(n))) n += 1;
        this.short.set(declaration, nameAt(n));
        n += 1;
      }
      this.name(this.checker.getTypeOfSymbolAtLocation(key, declaration));
    }
  }

  /** What a key is called in main.js; undefined where it keeps its name. */
  shortOf(symbol) {
    const declaration = this.declared(symbol);
    return this.short.get(this.inFor.get(declaration) ?? declaration);
  }

  /** Of a file where anything gets shorter, its text then; or undefined. */
  rewritten(file) {
    const { checker } = this;
    const edits = [];
    const put = (name, symbol, shorthand = '') => {
      const short = this.shortOf(symbol);
      if (short !== undefined) edits.push([name.getStart(), name.end, short + shorthand]);
    };
    const isWording = file.fileName.startsWith(`${SOURCE}i18n/`); // has a reader of its own
    this.each(file, (node) => {
      if (!isWording) edits.push(...testEdits(node, checker), ...this.privates.edits(node));
      if (ts.isPropertyAccessExpression(node)) put(node.name, checker.getSymbolAtLocation(node.name));
      if (ts.isBindingElement(node)) {
        const name = node.propertyName ?? node.name;
        put(name, this.bound(node), node.propertyName === undefined ? `: ${name.getText()}` : '');
      }
      if (ts.isIndexedAccessTypeNode(node) && ts.isLiteralTypeNode(node.indexType)) {
        const { literal } = node.indexType;
        const symbol = checker.getTypeFromTypeNode(node.objectType).getProperty(literal.text);
        const short = this.shortOf(symbol);
        if (short !== undefined) edits.push([literal.getStart(), literal.end, `'${short}'`]);
      }
      if (ts.isObjectLiteralElementLike(node) && node.name !== undefined) {
        const wanted = checker.getContextualType(node.parent)?.getProperty(node.name.getText());
        const symbol = wanted ?? checker.getSymbolAtLocation(node.name);
        put(node.name, symbol, ts.isShorthandPropertyAssignment(node) ? `: ${node.name.getText()}` : '');
      }
    });
    if (edits.length === 0) return undefined;
    const text = file.text;
    let rest = '';
    let end = 0;
    for (const [from, to, name] of edits.sort(([a], [b]) => a - b)) {
      rest += text.slice(end, from) + name;
      end = to;
    }
    return rest + text.slice(end);
  }
}

/** By their paths, the texts of the files that are not as they were. */
export function rewrittenFiles(program = programOf()) {
  const keys = new Keys(program);
  keys.find();
  const texts = keys.files.map((file) => [pathInProject(file.fileName), keys.rewritten(file)]);
  return Object.fromEntries(texts.filter(([, text]) => text !== undefined));
}

let texts;

/**
 * The text of a file of src with short keys.
 * @param {string} file
 */
export async function readShort(file) {
  texts ??= ofSource([import.meta.filename, stepBeside('short-tests'), stepBeside('private-names')], rewrittenFiles);
  return (await texts)[pathInProject(file)] ?? readFile(file, 'utf8');
}
