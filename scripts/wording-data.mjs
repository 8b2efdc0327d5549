// What the modules of a language say, as data: texts as they are, and functions as what src/i18n/fill.ts works out. A text may ask for
// what it is told, for constants and helpers of its own and other modules of src/i18n, and for all that a small part of the language
// says without changing anything; what goes further is refused, by its place, since main.js would have no way to say it.
import path from 'node:path';
import { parse } from 'acorn';
import { transform } from 'esbuild';

/** What src/i18n/fill.ts brings along, by the names that it has in the modules. */
const BROUGHT = ['hoursAndMinutes', 'Math.ceil'];

/** A module: what it declares and what it takes from others, by name. */
class Module {
  declared = new Map();
  taken = new Map();

  constructor(file, code) {
    this.file = file;
    this.code = code;
    for (const statement of parse(code, { ecmaVersion: 2022, sourceType: 'module' }).body) {
      const { type, source, specifiers, declaration = statement } = statement;
      if (type === 'ImportDeclaration')
        for (const { local, imported } of specifiers)
          this.taken.set(local.name, {
            from: path.join(path.dirname(file), `${source.value}.ts`),
            name: imported.name,
          });
      if (declaration.type === 'VariableDeclaration')
        for (const { id, init } of declaration.declarations) this.declared.set(id.name, init);
      if (declaration.type === 'FunctionDeclaration') this.declared.set(declaration.id.name, declaration);
    }
  }

  /** @returns {Error} that names what cannot be said */
  refusal({ type, start, end }) {
    return new Error(`${this.file}: no data says this ${type}: ${this.code.slice(start, end)}`);
  }
}

/** Names that stand for what a function is told, and how far in they are asked for. */
class Scope {
  constructor(module, names = new Map(), depth = 0) {
    Object.assign(this, { module, names, depth });
  }

  at(depth) {
    return new Scope(this.module, this.names, depth);
  }

  /** Further names, for what comes first of the values from here on. */
  within(patterns, language) {
    const names = new Map(this.names);
    const scope = new Scope(this.module, names, this.depth + 1);
    for (const [place, pattern] of patterns.entries()) {
      scope.bind(pattern, (depth) => place + depth - scope.depth, language);
    }
    return scope;
  }

  /** @param value answers at which place it stands that far in */
  bind(pattern, value, language) {
    const { type } = pattern;
    const member = (key) => (depth) => ['.', value(depth), key];
    if (type === 'Identifier') this.names.set(pattern.name, value);
    else if (type === 'ObjectPattern')
      for (const one of pattern.properties) this.bind(one.value, member(one.key.name), language);
    else if (type === 'ArrayPattern')
      for (const [n, one] of pattern.elements.entries()) this.bind(one, member(['#', n]), language);
    else if (type === 'AssignmentPattern')
      this.bind(
        pattern.left,
        (depth) => ['??', value(depth), language.valueOf(pattern.right, this.at(depth))],
        language,
      );
    else throw this.module.refusal(pattern);
  }
}

const isText = ({ type, value, expressions }) =>
  (type === 'Literal' && typeof value === 'string') || (type === 'TemplateLiteral' && expressions.length === 0);
const textOf = (node) => (node.type === 'Literal' ? node.value : node.quasis[0].value.cooked);
const isFunction = ({ type }) => type === 'ArrowFunctionExpression' || type === 'FunctionDeclaration';
const isPlain = ({ type, kind, computed, method }) => type === 'Property' && kind === 'init' && !computed && !method;
const keyOf = ({ key }) => key.name ?? String(key.value);

/** What is the same whatever a function is told: texts, numbers, lists and objects of such; or undefined. */
function constantOf(node) {
  if (isText(node)) return textOf(node);
  if (node.type === 'Literal' && !node.regex) return node.value;
  const all = (nodes, made) => {
    const values = nodes.map((one) => one && constantOf(one));
    return values.includes(undefined) ? undefined : made(values);
  };
  if (node.type === 'ArrayExpression') return all(node.elements, (values) => values);
  if (node.type !== 'ObjectExpression' || !node.properties.every(isPlain)) return undefined;
  const values = node.properties.map(({ value }) => value);
  return all(values, (made) => Object.fromEntries(node.properties.map((one, n) => [keyOf(one), made[n]])));
}

const not = (value) => ['?', value, ['#', false], ['#', true]];
/** Texts and values in turn as one text; what is one text already needs none of its own. */
const joined = (parts) => [
  '+',
  ...parts.flatMap((part) => (part[0] === '+' && Array.isArray(part) ? part.slice(1) : [part])),
];

/** A language: its modules, and the helpers that its texts ask for. */
export class LanguageData {
  modules = new Map();
  helpers = new Map();

  /**
   * @param read what the files of src have
   * @param helperNames of all languages: what is a text's in one has the same place in the other
   */
  constructor(read, helperNames) {
    this.read = read;
    this.helperNames = helperNames;
  }

  /** Reads a module and those of src/i18n that it takes from. */
  async load(file) {
    if (this.modules.has(file)) return;
    const { code } = await transform(await this.read(file), { loader: 'ts', target: 'es2022' });
    const module = new Module(file, code);
    this.modules.set(file, module);
    const below = [...module.taken.values()].map(({ from }) => from);
    for (const from of below) if (/[\\/]i18n[\\/]/.test(from)) await this.load(from);
  }

  /** Where a name of a module is declared; undefined outside of src/i18n. */
  found(module, name) {
    if (module.declared.has(name)) return { module, name, node: module.declared.get(name) };
    const taken = module.taken.get(name);
    const other = this.modules.get(taken?.from);
    return other && this.found(other, taken.name);
  }

  /** What a module's name stands for: a text, `{ list }`, `{ message }`, or a group of those by key. */
  dataOf(file, name) {
    const module = this.modules.get(file);
    return this.textsOf({ type: 'Identifier', name }, module);
  }

  textsOf(node, module) {
    if (node.type === 'Identifier') {
      const found = this.found(module, node.name);
      if (found) return this.textsOf(found.node, found.module);
    }
    if (isText(node)) return textOf(node);
    if (isFunction(node)) return { message: this.messageOf(node, module) };
    if (node.type === 'ObjectExpression' && node.properties.every(isPlain)) {
      return new Map(node.properties.map((one) => [keyOf(one), this.textsOf(one.value, module)]));
    }
    const value = constantOf(node);
    if (value === undefined) throw module.refusal(node);
    return { value };
  }

  messageOf({ params, body }, module) {
    return this.bodyOf(body, new Scope(module, new Map(), -1).within(params, this));
  }

  /** The place of a helper, which may be a constant as well. */
  helper(name, scope) {
    const found = this.found(scope.module, name);
    if (found === undefined) return undefined;
    const key = `${path.basename(found.module.file)} ${found.name}`;
    if (!this.helpers.has(key)) {
      this.helpers.set(key, undefined); // is on its way
      const isCalled = isFunction(found.node);
      const message = isCalled
        ? this.messageOf(found.node, found.module)
        : this.valueOf(found.node, new Scope(found.module));
      this.helpers.set(key, { message });
    }
    const known = this.helperNames.indexOf(key);
    return { place: known < 0 ? this.helperNames.push(key) - 1 : known, isCalled: isFunction(found.node) };
  }

  bodyOf(body, scope) {
    return body.type === 'BlockStatement' ? this.stepsOf(body.body, scope) : this.valueOf(body, scope);
  }

  /** Constants, returns, and ifs that return. */
  stepsOf([step, ...rest], scope) {
    if (step.type === 'ReturnStatement') return this.valueOf(step.argument, scope);
    if (step.type === 'BlockStatement') return this.stepsOf(step.body, scope);
    if (step.type === 'IfStatement' && step.alternate === null)
      return this.choiceOf(
        step.test,
        () => this.stepsOf([step.consequent], scope),
        () => this.stepsOf(rest, scope),
        scope,
      );
    if (step.type !== 'VariableDeclaration' || step.declarations.length > 1) throw scope.module.refusal(step);
    const [{ id, init }] = step.declarations;
    return ['=', this.valueOf(init, scope), this.stepsOf(rest, scope.within([id], this))];
  }

  choiceOf(test, yes, no, scope) {
    if (test.operator === '!') return this.choiceOf(test.argument, no, yes, scope);
    if (test.operator === '!==') return this.choiceOf({ ...test, operator: '===' }, no, yes, scope);
    return ['?', this.valueOf(test, scope), yes(), no()];
  }

  valueOf(node, scope) {
    const value = (one) => this.valueOf(one, scope);
    const constant = constantOf(node);
    if (constant !== undefined) return typeof constant === 'string' ? constant : ['#', constant];
    switch (node.type) {
      case 'Literal':
        return ['/', node.regex.pattern, node.regex.flags];
      case 'TemplateLiteral':
        return this.templateOf(node, scope);
      case 'Identifier':
        return this.nameOf(node, scope);
      case 'ChainExpression':
        return value(node.expression);
      case 'MemberExpression':
        return [
          node.optional ? '?.' : '.',
          value(node.object),
          node.computed ? value(node.property) : node.property.name,
        ];
      case 'ConditionalExpression':
        return this.choiceOf(
          node.test,
          () => value(node.consequent),
          () => value(node.alternate),
          scope,
        );
      case 'LogicalExpression':
        return this.logicalOf(node, value(node.left), value(node.right));
      case 'UnaryExpression':
        if (node.operator === '!') return not(value(node.argument));
        if (node.operator === 'void') return ['#'];
        break;
      case 'BinaryExpression':
        return this.binaryOf(node, value(node.left), value(node.right), scope);
      case 'ArrayExpression':
        return ['[', ...node.elements.map(value)];
      case 'ArrowFunctionExpression':
        if (node.params.length === 1) return ['=>', this.bodyOf(node.body, scope.within(node.params, this))];
        break;
      case 'CallExpression':
        return this.callOf(node, scope);
    }
    throw scope.module.refusal(node);
  }

  nameOf(node, scope) {
    const value = scope.names.get(node.name);
    if (value !== undefined) return value(scope.depth);
    const helper = this.helper(node.name, scope);
    if (helper === undefined) throw scope.module.refusal(node);
    return helper.isCalled ? ['=>', [helper.place, 0]] : [helper.place];
  }

  templateOf({ quasis, expressions }, scope) {
    const parts = expressions.map((one) => {
      const isWritten = one.type === 'CallExpression' && one.callee.name === 'String' && one.arguments.length === 1;
      return this.valueOf(isWritten ? one.arguments[0] : one, scope);
    });
    return joined(
      quasis.flatMap(({ value }, n) => [value.cooked, ...parts.slice(n, n + 1)]).filter((part) => part !== ''),
    );
  }

  logicalOf({ operator }, left, right) {
    if (operator === '&&') return ['?', left, right, left];
    return operator === '||' ? ['?', left, left, right] : ['??', left, right];
  }

  binaryOf(node, left, right, scope) {
    const isOfText = [left, right].some((part) => typeof part === 'string' || part[0] === '+');
    switch (node.operator) {
      case '===':
      case '<':
      case '-':
      case '/':
        return [node.operator === '/' ? ':' : node.operator, left, right];
      case '!==':
        return not(['===', left, right]);
      case '>':
        return ['<', right, left];
      case '+':
        if (isOfText) return joined([left, right]); // numbers would need a sign of their own
    }
    throw scope.module.refusal(node);
  }

  callOf(node, scope) {
    const { callee } = node;
    const values = node.arguments.map((one) => this.valueOf(one, scope));
    if (callee.type === 'MemberExpression' && !callee.computed) {
      const name = `${callee.object.name}.${callee.property.name}`;
      if (BROUGHT.includes(name)) return [name, ...values];
      return ['()', this.valueOf(callee.object, scope), callee.property.name, ...values];
    }
    if (callee.type !== 'Identifier' || scope.names.has(callee.name)) throw scope.module.refusal(node);
    if (callee.name === 'String') return joined(values);
    const helper = this.helper(callee.name, scope);
    if (helper === undefined && !BROUGHT.includes(callee.name)) throw scope.module.refusal(node);
    return [helper?.place ?? callee.name, ...values];
  }
}
