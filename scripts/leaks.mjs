// Which names of members can be seen from outside the code: those of objects that go to where anything goes (`unknown`, JSON, the device),
// that come from there, or whose members are looked up by a key. Everything else about a name the compiler's types tell: where it is
// declared, and which values of one type are taken as another one. Where that cannot be told, a name counts as seen.
import ts from 'typescript';
import { SOURCE } from './source-program.mjs';

const { ObjectFlags, SymbolFlags, SyntaxKind, TypeFlags } = ts;

/** Types that are not ours whose objects hold others and never look into them. */
const HOLDERS = [
  ...['Array', 'ArrayConstructor', 'ReadonlyArray', 'ConcatArray', 'Map', 'MapConstructor', 'ReadonlyMap', 'Set'],
  ...['SetConstructor', 'ReadonlySet', 'WeakMap', 'WeakMapConstructor', 'WeakSet', 'WeakSetConstructor', 'Promise'],
  ...['PromiseConstructor', 'PromiseLike', 'PromiseFulfilledResult', 'Iterable', 'Iterator', 'IteratorObject'],
  ...['IterableIterator', 'AsyncIterable', 'Generator', 'AsyncGenerator'],
  ...['Facet', 'StateEffect', 'StateEffectType', 'StateField', 'ViewPlugin'], // CodeMirror's
];
/** Those of them whose first type parameter is what one goes through; the others tell what comes at the end, which nobody takes. */
const WALKED = [
  ...['Set', 'ReadonlySet', 'ConcatArray', 'Iterable', 'Iterator', 'IteratorObject', 'IterableIterator'],
  'AsyncIterable',
];
/** Functions of the language that tell what a value is, or what it is as text. */
const ONLOOKERS = ['isArray', 'isInteger', 'isSafeInteger', 'isFinite', 'isNaN', 'String', 'Boolean', 'Number'];

/** Signs between two values of which one is what comes of it. */
const CHOICES = [SyntaxKind.QuestionQuestionToken, SyntaxKind.BarBarToken, SyntaxKind.AmpersandAmpersandToken];

/** Types whose values have no members of ours. */
const PLAIN =
  TypeFlags.StringLike |
  TypeFlags.NumberLike |
  TypeFlags.BooleanLike |
  TypeFlags.BigIntLike |
  TypeFlags.ESSymbolLike |
  TypeFlags.VoidLike |
  TypeFlags.Null |
  TypeFlags.Unknown |
  TypeFlags.Never;

/** Types that are to be worked out once type parameters are known. */
const LATER = TypeFlags.Conditional | TypeFlags.IndexedAccess | TypeFlags.Index | TypeFlags.Substitution;
/** Types within types, as deep as one has to look: what goes deeper goes round. */
const DEEP = 40;

const has = (type, flags) => (type.flags & flags) !== 0;
const is = (type, flags) => ((type.objectFlags ?? 0) & flags) !== 0;
const partsOf = (type) => (type.isUnion() ? type.types : [type]);
const isClass = (type) => type.symbol !== undefined && (type.symbol.flags & SymbolFlags.Class) !== 0;
const isRest = (parameter) => parameter?.valueDeclaration?.dotDotDotToken !== undefined;

function isOurs(declaration) {
  const { fileName } = declaration.getSourceFile();
  return fileName.startsWith(SOURCE) && !fileName.endsWith('.d.ts');
}

/** Whether a type is declared outside of src; one that is made of another, such as `Pick`, is not. */
function isOuter(type) {
  const declarations = type.symbol?.declarations ?? [];
  return declarations.length > 0 && !is(type, ObjectFlags.Mapped) && !declarations.some(isOurs);
}

export class Leaks {
  /** The names that are seen. */
  names = new Set();
  /** Types all of whose names are seen. */
  #seen = new Set();
  /** Types that also what is not ours is taken as. */
  #foreign = new Set();
  /** By a type, those that its values are taken as. */
  #flows = new Map();
  /** Type parameters, and types that they stand for. */
  #standIns = [];
  /** Members that a type may have and the one that is taken as it does not tell of. */
  #optionals = [];
  #isSettled = false;
  #depth = 0;

  /** @param {ts.Program} program */
  constructor(program) {
    this.checker = program.getTypeChecker();
    for (const file of program.getSourceFiles()) if (isOurs(file)) this.#visit(file);
  }

  /** All that a value of a type has can be seen, and so can all that it holds. */
  see(type) {
    if (this.#seen.has(type)) return;
    this.#seen.add(type);
    this.#isSettled = false;
    if (type.isUnionOrIntersection()) type.types.forEach((one) => this.see(one));
    if (has(type, LATER)) {
      const constraint = this.checker.getBaseConstraintOfType(type);
      for (const one of [constraint, type.objectType, type.checkType]) if (one !== undefined) this.see(one);
    }
    if (!has(type, TypeFlags.Object | TypeFlags.Intersection)) return;
    for (const one of [...this.#argumentsOf(type), ...(type.aliasTypeArguments ?? [])]) this.see(one);
    for (const signature of type.getCallSignatures()) {
      this.see(signature.getReturnType());
      for (const one of signature.getParameters()) this.see(this.checker.getTypeOfSymbol(one));
    }
    for (const one of this.checker.getIndexInfosOfType(type)) this.see(one.type);
    for (const property of this.checker.getPropertiesOfType(type))
      if (this.#seeName(property)) this.#seeMember(property);
  }

  /** Makes use of what is known by now: to be asked before `names` is. */
  settle() {
    while (!this.#isSettled) {
      this.#isSettled = true;
      for (const [from, all] of this.#flows) if (this.#isForeign(from)) for (const to of all) this.#letIn(to);
      for (const [from, property] of this.#optionals) {
        if (this.#isForeign(from) && this.#seeName(property)) this.#seeMember(property);
      }
      for (const [parameter, type] of this.#standIns) if (this.#seen.has(parameter)) this.see(type);
    }
  }

  #seeMember(property) {
    this.see(this.checker.getTypeOfSymbol(property));
  }

  /** Answers whether the name is one of ours. */
  #seeName(property) {
    const isOne = property.declarations?.some(isOurs) === true;
    if (isOne) this.names.add(property.name);
    return isOne;
  }

  /** The names of a type are seen, not what its members have. */
  #seeNames(type) {
    for (const one of type.isUnionOrIntersection() ? type.types : [type]) {
      if (has(one, TypeFlags.TypeParameter)) this.see(one);
      if (has(one, TypeFlags.Object))
        for (const property of this.checker.getPropertiesOfType(one)) this.#seeName(property);
    }
  }

  #isForeign(type) {
    return this.#foreign.has(type) || this.#seen.has(type);
  }

  #letIn(type) {
    if (this.#foreign.has(type)) return;
    this.#foreign.add(type);
    this.#isSettled = false;
  }

  #isHolder(type) {
    if (this.checker.isArrayType(type) || this.checker.isTupleType(type)) return true;
    return isOuter(type) && HOLDERS.includes(type.symbol.name);
  }

  #argumentsOf(type) {
    return is(type, ObjectFlags.Reference) ? this.checker.getTypeArguments(type) : (type.aliasTypeArguments ?? []);
  }

  /** Whether anything may go there: `unknown`, `object`, `{}` and such. */
  #isOpen(type) {
    if (has(type, TypeFlags.Any | TypeFlags.Unknown | TypeFlags.NonPrimitive)) return true;
    if (!has(type, TypeFlags.Object) || this.checker.getPropertiesOfType(type).length > 0) return false;
    if (is(type, ObjectFlags.Mapped)) {
      const values = type.declaration?.type?.kind;
      const isOpen = [SyntaxKind.AnyKeyword, SyntaxKind.UnknownKeyword, SyntaxKind.ObjectKeyword].includes(values);
      return isOpen || this.#argumentsOf(type).some((one) => this.#isOpen(one));
    }
    if (is(type, ObjectFlags.Reference) || type.symbol?.declarations?.some(ts.isObjectLiteralExpression)) return false;
    const { length } = [...type.getCallSignatures(), ...type.getConstructSignatures()];
    return length === 0 && this.checker.getIndexInfosOfType(type).length === 0;
  }

  /** A value of one type is taken as another. */
  #flow(from, to) {
    if (from === to) return;
    const all = this.#flows.get(from) ?? new Set();
    if (all.has(to)) return;
    this.#flows.set(from, all.add(to));
    if (this.#depth > DEEP) {
      this.see(from);
      this.see(to);
      return;
    }
    this.#depth += 1;
    this.#flowOn(from, to);
    this.#depth -= 1;
  }

  #flowOn(from, to) {
    const { checker } = this;
    if (has(from, TypeFlags.Any)) {
      if (!has(to, TypeFlags.Any | TypeFlags.Unknown)) this.see(to);
    } else if (has(to, TypeFlags.Void)) return;
    else if (this.#isOpen(to)) this.see(from);
    else if (has(from, PLAIN)) return;
    else if (has(to, TypeFlags.TypeParameter)) this.#standIns.push([to, from]);
    else if (has(from, TypeFlags.TypeParameter)) {
      this.#standIns.push([from, to]);
      const constraint = checker.getBaseConstraintOfType(from);
      if (constraint === undefined) return;
      this.#letIn(constraint); // nobody knows what else it has
      this.#flow(constraint, to);
    } else if (from.isUnion()) from.types.forEach((one) => this.#flow(one, to));
    else if (to.isUnion()) this.#flowToUnion(from, to);
    else if (to.isIntersection()) {
      for (const one of to.types) if (!this.#isOpen(one)) this.#flow(from, one); // `T & {}` is a `T` that is there
    } else if (has(from, LATER) || has(to, LATER)) {
      this.see(from);
      this.see(to);
    } else if (has(to, TypeFlags.Object)) this.#flowToObject(from, to);
  }

  #flowToUnion(from, to) {
    if (to.types.includes(from)) return;
    const fit = to.types.filter((one) => this.checker.isTypeAssignableTo(from, one));
    if (fit.length > 0) fit.forEach((one) => this.#flow(from, one));
    else {
      const isHeld = this.#isHolder(from);
      const may = to.types.filter((one) => !has(one, TypeFlags.Null | TypeFlags.Undefined));
      for (const one of may) if (isHeld || !this.#isHolder(one)) this.#flow(from, one);
    }
  }

  #flowToObject(from, to) {
    const { checker } = this;
    if (isOuter(from) || (from.isIntersection() && from.types.some(isOuter))) this.#letIn(from);
    const [given, wanted] = [from, to].map((one) =>
      is(one, ObjectFlags.Reference) ? checker.getTypeArguments(one) : [],
    );
    if (from.symbol === to.symbol && given.length > 0 && given.length === wanted.length) {
      for (const [nth, one] of given.entries()) {
        this.#flow(one, wanted[nth]);
        this.#flow(wanted[nth], one);
      }
    } else if (this.#isHolder(to) || (isOuter(from) && isOuter(to))) this.#flowHeld(from, to);
    else {
      const isFunction = to.getCallSignatures().length > 0 && checker.getPropertiesOfType(to).length === 0;
      if (isOuter(to) && !isFunction && !isClass(from)) this.#flowOut(from, to);
      this.#flowToKeys(from, to);
      this.#flowMembers(from, to);
    }
  }

  /** Holders are taken as others, such as a map as what one goes through: what they hold is taken as what these hold. */
  #flowHeld(from, to) {
    const { checker } = this;
    if (!this.#isHolder(from) && !isOuter(from)) this.see(from);
    const held = (type) => {
      const all = this.#argumentsOf(type);
      const isWalked = checker.isArrayType(type) || WALKED.includes(type.symbol?.name);
      return isWalked && !checker.isTupleType(type) ? all.slice(0, 1) : all;
    };
    const given = held(from);
    let wanted = held(to);
    const isPairs =
      wanted.length === 1 && checker.isTupleType(wanted[0]) && given.length > 1 && !checker.isTupleType(from);
    if (isPairs) wanted = this.#argumentsOf(wanted[0]);
    for (const [nth, one] of given.entries()) {
      for (const [at, other] of wanted.entries())
        if (given.length !== wanted.length || nth === at) this.#flow(one, other);
    }
  }

  /** An object of ours as one of the app's or a browser's, which know their own names and may go through all others. */
  #flowOut(from, to) {
    for (const property of this.checker.getPropertiesOfType(from)) {
      const isOther = this.#seeName(property) && this.checker.getPropertyOfType(to, property.name) === undefined;
      if (isOther) this.#seeMember(property);
    }
  }

  /** What has names as something that has keys. */
  #flowToKeys(from, to) {
    const { checker } = this;
    const keys = checker.getIndexInfosOfType(to);
    if (keys.length > 0) this.#seeNames(from);
    for (const { type } of keys) {
      for (const one of checker.getIndexInfosOfType(from)) this.#flow(one.type, type);
      for (const property of checker.getPropertiesOfType(from)) this.#flow(checker.getTypeOfSymbol(property), type);
    }
  }

  #flowMembers(from, to) {
    const { checker } = this;
    for (const property of checker.getPropertiesOfType(to)) {
      const own = checker.getPropertyOfType(from, property.name);
      const keys = own === undefined ? checker.getIndexInfosOfType(from) : [];
      if (keys.length > 0) this.#seeName(property);
      for (const { type } of keys) this.#flow(type, checker.getTypeOfSymbol(property));
      if (own !== undefined) this.#flow(checker.getTypeOfSymbol(own), checker.getTypeOfSymbol(property));
      else if (!this.#isWritten(from)) this.#optionals.push([from, property]);
    }
    for (const kind of ['getCallSignatures', 'getConstructSignatures']) {
      for (const wanted of to[kind]()) for (const given of from[kind]()) this.#flowSignature(given, wanted);
    }
  }

  /** Whether an object is as it is written in src: it has nothing that its type does not tell. */
  #isWritten(type) {
    const [declaration] = type.symbol?.declarations ?? [];
    if (declaration === undefined || !ts.isObjectLiteralExpression(declaration)) return false;
    return this.checker.getPropertiesOfType(type).every((one) => one.declarations?.every(isOurs));
  }

  /** A function is taken as another: it gets what that one gets, and answers for it. */
  #flowSignature(given, wanted) {
    this.#flow(given.getReturnType(), wanted.getReturnType());
    const parameters = given.getParameters();
    for (const [nth, one] of parameters.entries()) {
      const from = this.#parameterAt(wanted.getParameters(), nth);
      const to = isRest(one) ? this.#parameterAt(parameters, nth) : this.checker.getTypeOfSymbol(one);
      if (from !== undefined) this.#flow(from, to);
    }
  }

  /** The type of the n-th argument. */
  #parameterAt(parameters, nth) {
    const { checker } = this;
    const last = parameters.length - 1;
    if (nth < last || !isRest(parameters[last])) return parameters[nth] && checker.getTypeOfSymbol(parameters[nth]);
    const list = checker.getTypeOfSymbol(parameters[last]);
    if (checker.isTupleType(list)) return checker.getTypeArguments(list)[nth - last] ?? list;
    return list.getNumberIndexType() ?? list;
  }

  #visit(node) {
    const { checker } = this;
    if (ts.isExpression(node)) this.#visitExpression(node);
    if (
      ts.isTypeOperatorNode(node) &&
      node.operator === SyntaxKind.KeyOfKeyword &&
      !ts.isMappedTypeNode(node.parent.parent)
    )
      this.#seeNames(checker.getTypeFromTypeNode(node.type));
    if (ts.isTypeReferenceNode(node)) this.#visitReference(checker.getTypeFromTypeNode(node));
    if (ts.isForInStatement(node)) this.#seeNames(checker.getTypeAtLocation(node.expression));
    if (ts.isClassLike(node)) this.#visitHeritage(node);
    if (ts.isFunctionLike(node)) this.#visitFunction(node);
    if (ts.isObjectBindingPattern(node)) this.#visitPattern(node);
    ts.forEachChild(node, (below) => this.#visit(below));
  }

  /** Whatever is checked to be of a type came from somewhere; where the compiler knew it before, it is no news. */
  #visitFunction(node) {
    const { checker } = this;
    const checked = node.type !== undefined && ts.isTypePredicateNode(node.type) ? node.type : undefined;
    if (checked?.type !== undefined) {
      const type = checker.getTypeFromTypeNode(checked.type);
      const parameter = node.parameters.find(({ name }) => name.getText() === checked.parameterName.getText());
      const known = parameter === undefined ? [] : partsOf(checker.getTypeAtLocation(parameter));
      if (!partsOf(type).every((one) => known.includes(one))) this.see(type);
    }
    const others =
      node.body === undefined || node.name === undefined ? [] : checker.getSymbolAtLocation(node.name)?.declarations;
    for (const one of others ?? []) {
      if (one === node || !ts.isFunctionLike(one) || one.body !== undefined) continue; // the same with other parameters
      this.#flowSignature(...[node, one].map((each) => checker.getSignatureFromDeclaration(each)));
    }
  }

  /** What is taken out of `any`, or out of what has keys, has a name that its type does not tell of. */
  #visitPattern(node) {
    const type = this.checker.getTypeAtLocation(node);
    for (const one of node.elements) {
      const name = (one.propertyName ?? one.name).getText();
      if (!partsOf(type).every((part) => this.checker.getPropertyOfType(part, name))) this.names.add(name);
    }
  }

  /** A type of ours with type parameters: each stands for what is given. */
  #visitReference(type) {
    this.#standInFor(type.symbol, this.#argumentsOf(type));
    this.#standInFor(type.aliasSymbol, type.aliasTypeArguments ?? []);
  }

  #standInFor(symbol, given) {
    for (const declaration of symbol?.declarations ?? []) {
      if (!isOurs(declaration)) continue;
      for (const [nth, one] of (declaration.typeParameters ?? []).entries()) {
        if (given[nth] !== undefined) this.#flow(given[nth], this.checker.getTypeAtLocation(one));
      }
    }
  }

  /** The members of a class are taken as those of what it extends. */
  #visitHeritage(node) {
    const { checker } = this;
    const type = checker.getTypeAtLocation(node);
    for (const one of (node.heritageClauses ?? []).flatMap(({ types }) => types)) {
      const base = checker.getTypeAtLocation(one);
      this.#visitReference(base);
      for (const property of checker.getPropertiesOfType(base)) {
        const own = checker.getPropertyOfType(type, property.name);
        if (own !== undefined) this.#flow(checker.getTypeOfSymbol(own), checker.getTypeOfSymbol(property));
      }
    }
  }

  #visitExpression(node) {
    const { checker } = this;
    if (ts.isExpressionWithTypeArguments(node)) return;
    const type = checker.getTypeAtLocation(node);
    if (has(type, TypeFlags.Object)) this.#visitReference(type);
    if (ts.isPropertyAccessExpression(node)) {
      if (has(checker.getTypeAtLocation(node.expression), TypeFlags.Any)) this.names.add(node.name.text);
    } else if (ts.isElementAccessExpression(node)) {
      const key = checker.getTypeAtLocation(node.argumentExpression);
      if (!has(key, TypeFlags.NumberLike)) this.#seeNames(checker.getTypeAtLocation(node.expression));
    } else if (ts.isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.InKeyword) {
      this.#seeNames(checker.getTypeAtLocation(node.right));
    } else if (ts.isBinaryExpression(node) && ts.isObjectLiteralExpression(node.left)) {
      this.#seeNames(checker.getTypeAtLocation(node.left)); // a pattern, which is not known as one
    } else if (ts.isAsExpression(node) && !ts.isConstTypeReference(node.type)) {
      const from = checker.getTypeAtLocation(node.expression);
      const isKnown = !has(from, TypeFlags.Any) && checker.isTypeAssignableTo(from, type);
      if (isKnown) this.#flow(from, type);
      else [from, type].forEach((one) => this.see(one));
    } else if (ts.isCallExpression(node) || ts.isNewExpression(node)) this.#visitCall(node);
    const wanted = this.#wantedOf(node);
    if (wanted !== undefined) this.#flow(type, wanted);
  }

  /** As what an expression is taken where it stands. Arguments are left to `#visitCall`. */
  #wantedOf(node) {
    const { parent } = node;
    if ((ts.isCallExpression(parent) || ts.isNewExpression(parent)) && parent.expression !== node) return undefined;
    let [from, up] = [node, parent];
    const isChoice = (one) => ts.isBinaryExpression(one) && CHOICES.includes(one.operatorToken.kind);
    const isPart = (one) =>
      ts.isAwaitExpression(one) ||
      ts.isParenthesizedExpression(one) ||
      ts.isConditionalExpression(one) ||
      isChoice(one);
    while (isPart(up)) [from, up] = [up, up.parent];
    // For a pattern without a type, the compiler would have it taken as whatever the pattern takes.
    if (ts.isVariableDeclaration(up) && up.type === undefined && up.initializer === from) return undefined;
    return this.checker.getContextualType(node);
  }

  #visitCall(node) {
    const { checker } = this;
    const given = (node.arguments ?? []).map((one) => [
      one,
      checker.getTypeAtLocation(ts.isSpreadElement(one) ? one.expression : one),
    ]);
    const signature = checker.getResolvedSignature(node);
    const declaration = signature?.getDeclaration();
    if (declaration === undefined) {
      if (has(checker.getTypeAtLocation(node.expression), TypeFlags.Any)) for (const [, type] of given) this.see(type);
      if (signature === undefined) return;
    }
    const isOwn = declaration !== undefined && isOurs(declaration);
    const callee = ts.isPropertyAccessExpression(node.expression) ? node.expression.name : node.expression;
    if (!isOwn && ONLOOKERS.includes(callee.getText())) return;
    const generic = declaration?.typeParameters ?? [];
    const isHeld = !isOwn && HOLDERS.includes(declaration?.parent?.name?.text);
    const plain = generic.length > 0 && !isHeld ? checker.getSignatureFromDeclaration(declaration) : undefined;
    const parameters = signature.getParameters();
    for (const [nth, [argument, type]] of given.entries()) {
      const isSpread = ts.isSpreadElement(argument);
      const one = isSpread ? (type.getNumberIndexType() ?? type) : type;
      for (let at = nth; at === nth || (isSpread && at < parameters.length); at += 1) {
        const to = this.#parameterAt(parameters, at);
        if (to !== undefined) this.#flow(one, to);
        const open = plain && this.#parameterAt(plain.getParameters(), at);
        if (open !== undefined) this.#standFor(one, open, isOwn);
      }
    }
    if (plain === undefined) return;
    this.#standFor(signature.getReturnType(), plain.getReturnType(), isOwn);
    if (isOwn) this.#flow(plain.getReturnType(), signature.getReturnType());
    for (const [nth, one] of (node.typeArguments ?? []).entries())
      this.#standFor(checker.getTypeFromTypeNode(one), checker.getTypeAtLocation(generic[nth]), isOwn);
  }

  /** A type where a function is declared with type parameters. What one that is not ours does with it, nobody knows. */
  #standFor(type, open, isOwn) {
    if (isOwn) this.#flow(type, open);
    else if (this.#hasParameter(open) && !isClass(type)) this.see(type); // it cannot do with a class what types do not tell
  }

  #hasParameter(type, met = new Set()) {
    if (met.has(type)) return false;
    met.add(type);
    if (has(type, TypeFlags.TypeParameter | LATER)) return true;
    if (type.isUnionOrIntersection()) return type.types.some((one) => this.#hasParameter(one, met));
    if (!has(type, TypeFlags.Object)) return false;
    const { checker } = this;
    const within = [
      ...this.#argumentsOf(type),
      ...checker.getIndexInfosOfType(type).map((one) => one.type),
      ...type
        .getCallSignatures()
        .flatMap((one) => [
          one.getReturnType(),
          ...one.getParameters().map((parameter) => checker.getTypeOfSymbol(parameter)),
        ]),
    ];
    return within.some((one) => this.#hasParameter(one, met));
  }
}
