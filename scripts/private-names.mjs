// Names of private members in main.js: the compiler knows that no other class means them, so those of classes that have nothing to do
// with one another may be called the same, and deflate has fewer names to tell apart. Terser, which goes by names alone, shortens them then.
import ts from 'typescript';
import { SOURCE } from './source-program.mjs';

/** What tests and scripts reach. */
const PLUGIN = `${SOURCE}main.ts`;
/** What names begin with: members that are called stand in other places than such that are not. No member of src has a name like that. */
const CALLED = 'c$';
const HELD = 'h$';

const isOurs = ({ fileName, isDeclarationFile }) =>
  fileName.startsWith(SOURCE) && !isDeclarationFile && fileName !== PLUGIN;

/** Whether an identifier takes a property out of an object, by that name or another: `{ name }`, `{ name: other }`. */
const isTaken = (node) =>
  ts.isBindingElement(node.parent) &&
  ts.isObjectBindingPattern(node.parent.parent) &&
  (node.parent.propertyName ?? node.parent.name) === node;

function classOf(member) {
  let node = member;
  while (!ts.isClassLike(node)) node = node.parent;
  return node;
}

export class PrivateNames {
  /** By a member's declaration, what it is called. */
  #names = new Map();
  #checker;

  /** @param {ts.Program} program */
  constructor(program) {
    this.#checker = program.getTypeChecker();
    const members = new Map();
    const count = (node) => {
      const member = this.#meant(node);
      if (member !== undefined) members.set(member, (members.get(member) ?? 0) + 1);
      ts.forEachChild(node, count);
    };
    for (const file of program.getSourceFiles()) if (isOurs(file)) count(file);
    this.#name(members);
  }

  /** The declaration of the private member that a node names; undefined for any other node. */
  #meant(node) {
    if (!ts.isIdentifier(node)) return undefined;
    const symbol = isTaken(node)
      ? this.#checker.getTypeAtLocation(node.parent.parent).getProperty(node.text)
      : this.#checker.getSymbolAtLocation(node);
    const [declaration] = symbol?.declarations ?? [];
    if (declaration === undefined || !isOurs(declaration.getSourceFile())) return undefined;
    return ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Private ? declaration : undefined;
  }

  /** The topmost class of ours that a member's class extends, or that class: no class may have a name twice, and so no such family has. */
  #familyOf(member) {
    for (let node = classOf(member); ;) {
      const extended = node.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)?.types[0];
      const symbol = extended === undefined ? undefined : this.#checker.getTypeAtLocation(extended).symbol;
      const above = symbol?.declarations?.find((one) => ts.isClassLike(one) && isOurs(one.getSourceFile()));
      if (above === undefined) return node;
      node = above;
    }
  }

  /** Members of one name keep to one name; those that are used most come first, and take the first that none of their families has. */
  #name(members) {
    const groups = new Map();
    for (const [member, uses] of members) {
      const kind = ts.isMethodDeclaration(member) ? CALLED : HELD;
      const key = kind + member.name.text;
      const group = groups.get(key) ?? { kind, uses: 0, all: [], families: new Set() };
      group.uses += uses;
      group.all.push(member);
      group.families.add(this.#familyOf(member));
      groups.set(key, group);
    }
    const taken = new Map([...groups.values()].flatMap(({ families }) => [...families].map((one) => [one, new Set()])));
    for (const { kind, all, families } of [...groups.values()].sort((a, b) => b.uses - a.uses)) {
      const isTakenBy = (name) => [...families].some((family) => taken.get(family).has(name));
      let n = 0;
      while (isTakenBy(kind + String(n))) n += 1;
      for (const family of families) taken.get(family).add(kind + String(n));
      for (const member of all) this.#names.set(member, kind + String(n));
    }
  }

  /** All names that are given. */
  get all() {
    return [...new Set(this.#names.values())];
  }

  /**
   * What to change of a node, as places and what stands there then; nothing of one that names no such member.
   * @param {ts.Node} node
   * @returns {[number, number, string][]}
   */
  edits(node) {
    const name = this.#names.get(this.#meant(node));
    if (name === undefined) return [];
    const isShorthand = isTaken(node) && node.parent.propertyName === undefined;
    return [[node.getStart(), node.end, isShorthand ? `${name}: ${node.text}` : name]];
  }
}
