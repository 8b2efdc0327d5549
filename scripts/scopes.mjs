// The names of a program: where each stands, what it may be called instead, and the program with other names.
import { parse } from 'acorn';
import { analyze } from 'eslint-scope';

const TOKEN = /[A-Za-z_$][\w$]*|\d[\w.]*|\s+|[^]/y;

/** Where `{ name }` stands for `{ name: name }`, by its place in the text. */
function shorthandsOf(node, places = new Set()) {
  if (Array.isArray(node)) for (const one of node) shorthandsOf(one, places);
  else if (typeof node?.type === 'string') {
    if (node.type === 'Property' && node.shorthand) places.add(node.key.start);
    for (const below of Object.values(node)) if (typeof below === 'object') shorthandsOf(below, places);
  }
  return places;
}

/** The scopes between a reference and the one that declares what it means, the outermost left out. */
function between(reference, outer) {
  const scopes = [];
  for (let scope = reference.from; scope !== outer; scope = scope.upper) scopes.push(scope);
  return scopes;
}

export class Names {
  /**
   * All that a program declares, scope by scope: `name`, the `slots` (places among `tokens`) where it stands, `isTop`, and the `place` in the
   * text where it is declared.
   */
  variables = [];
  /** The program's words and signs; at a variable's slot, undefined. */
  tokens = [];
  /** The variable that stands at each token, if one does. */
  owners = [];
  /** Names that the program uses and does not declare. */
  globals = new Set();
  #declared = new Map();
  #through = new Map();

  /** @param {string} code a script in strict mode */
  constructor(code) {
    const tree = parse(code, { ecmaVersion: 2022, ranges: true });
    const { scopes } = analyze(tree, { ecmaVersion: 2022, sourceType: 'module' }); // what a module declares is none of the globals
    const known = new Map();
    const byPlace = new Map();
    for (const scope of scopes) {
      for (const variable of scope.variables) {
        if (variable.defs.length > 0) this.#add(variable, scope, known, byPlace);
      }
    }
    for (const scope of scopes) {
      const meant = scope.through.map(({ resolved, identifier }) => known.get(resolved) ?? identifier.name);
      this.#through.set(scope, [...new Set(meant)]);
    }
    for (const { identifier, resolved } of scopes[0].through) if (resolved === null) this.globals.add(identifier.name);
    this.#cut(code, byPlace, shorthandsOf(tree));
  }

  #add(found, scope, known, byPlace) {
    const at = new Set(
      [...found.identifiers, ...found.references.map(({ identifier }) => identifier)].map((id) => id.start),
    );
    const inner = new Set(found.references.flatMap((reference) => between(reference, scope)));
    const isTop = scope.type === 'module';
    const place = found.identifiers[0].start;
    const variable = { name: found.name, place, slots: [], isTop, isFixed: false, scope, inner: [...inner] };
    for (const place of at) {
      const twin = byPlace.get(place); // a class is declared around itself and within itself
      if (twin !== undefined) variable.isFixed = twin.isFixed = true;
      else byPlace.set(place, variable);
    }
    known.set(found, variable);
    this.variables.push(variable);
    const beside = this.#declared.get(scope);
    if (beside === undefined) this.#declared.set(scope, [variable]);
    else beside.push(variable);
  }

  #cut(code, byPlace, shorthands) {
    for (let at = 0; at < code.length; at = TOKEN.lastIndex) {
      TOKEN.lastIndex = at;
      const [token] = TOKEN.exec(code);
      const owner = byPlace.get(at);
      if (owner !== undefined && shorthands.has(at)) this.tokens.push(token, ':');
      if (owner !== undefined) this.owners[this.tokens.length] = owner;
      owner?.slots.push(this.tokens.length);
      this.tokens.push(owner === undefined ? token : undefined);
    }
    this.variables = this.variables.filter(({ slots }) => slots.length > 0);
  }

  /**
   * The variables that stand in the way of a name: where both meant something in one place, one would hide the other.
   * @returns null where something that the program does not declare has that name
   */
  inTheWay(variable, name) {
    const found = new Set();
    for (const scope of [variable.scope, ...variable.inner]) {
      for (const other of this.#declared.get(scope) ?? []) if (other.name === name) found.add(other);
    }
    for (const other of this.#through.get(variable.scope)) {
      if (other === name) return null;
      if (other.name === name) found.add(other);
    }
    found.delete(variable);
    return [...found];
  }

  /** The program with the names of now. */
  toString() {
    return this.tokens.map((token, at) => token ?? this.owners[at].name).join('');
  }

  /** Which variable stands at each token that has one, by its number: the same for programs that differ in names alone. */
  meanings() {
    const numbers = new Map();
    return this.owners.map((owner) => {
      if (!numbers.has(owner)) numbers.set(owner, numbers.size);
      return numbers.get(owner);
    });
  }
}
