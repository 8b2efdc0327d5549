// Tests against null, undefined, '' and 0 in fewer signs, where the compiler knows that nothing else they could meet is falsy: main.js has
// some three thousand of them. `a === null` is `!a` where `a` is an object or null, and `a === 'b'` is `a == 'b'` where both are texts.
import ts from 'typescript';

const { TypeFlags } = ts;
const KINDS = [
  TypeFlags.StringLike,
  TypeFlags.NumberLike,
  TypeFlags.BooleanLike,
  TypeFlags.BigIntLike,
  TypeFlags.Object | TypeFlags.NonPrimitive,
  TypeFlags.Null,
  TypeFlags.Undefined,
];

/** Which of `KINDS` a type is made of, as bits; null where something else is in it, such as `unknown` or a type parameter. */
function kindsOf(type, checker) {
  let kinds = 0;
  for (const one of type.isUnion() ? type.types : [type]) {
    const kind = KINDS.findIndex((flags) => (one.flags & flags) !== 0);
    if (kind < 0 || (1 << kind === OBJECT && holdsOthers(one, checker))) return null;
    kinds |= 1 << kind;
  }
  return kinds;
}

/** Whether a type of objects takes texts, numbers and such as well, as `{}` does, and `{ length: number }`. */
function holdsOthers(type, checker) {
  const others = ['String', 'Number', 'Boolean', 'BigInt'].map((name) => checker[`get${name}Type`]());
  return others.some((other) => checker.isTypeAssignableTo(other, type));
}

const TEXT = 1;
const NUMBER = 2;
const OBJECT = 16;
const NULL = 32;
const UNDEFINED = 64;

const isOneOf = (bits) => (bits & (bits - 1)) === 0;

/** `==` takes no value for another one where all that can meet are of one kind, or null, or undefined, but not both of these. */
const isSameLoosely = (kinds) => isOneOf(kinds & ~(NULL | UNDEFINED)) && isOneOf(kinds & (NULL | UNDEFINED));

const isUndefined = (node) => ts.isIdentifier(node) && node.text === 'undefined';
const isCount = (node) => ts.isPropertyAccessExpression(node) && ['length', 'size'].includes(node.name.text);

/** Whether what stands right of the sign is all that is falsy of what may stand left of it. */
function isFalsyAlone(left, right, kinds) {
  if (right.kind === ts.SyntaxKind.NullKeyword) return kinds === (OBJECT | NULL);
  if (isUndefined(right)) return kinds === (OBJECT | UNDEFINED);
  if (ts.isStringLiteralLike(right)) return right.text === '' && kinds === TEXT;
  return ts.isNumericLiteral(right) && right.text === '0' && kinds === NUMBER && isCount(left); // others may be NaN
}

/**
 * What to change of a comparison, as places and what stands there then; nothing of any other node.
 * @param {ts.Node} node
 * @param {ts.TypeChecker} checker
 * @returns {[number, number, string][]}
 */
export function testEdits(node, checker) {
  if (!ts.isBinaryExpression(node)) return [];
  const { left, operatorToken, right } = node;
  const { kind } = operatorToken;
  const isSame = kind === ts.SyntaxKind.EqualsEqualsEqualsToken;
  const isOther = kind === ts.SyntaxKind.ExclamationEqualsEqualsToken;
  const isMore = kind === ts.SyntaxKind.GreaterThanToken;
  if (!isSame && !isOther && !(isMore && isCount(left))) return [];
  const kinds = kindsOf(checker.getTypeAtLocation(left), checker);
  if (kinds === null) return [];
  if (isFalsyAlone(left, right, kinds)) {
    const start = left.getStart();
    return [
      [start, start, isSame ? '!(' : '!!('], // in a condition, Terser leaves `!!` out
      [left.end, node.end, ')'],
    ];
  }
  const others = isMore ? null : kindsOf(checker.getTypeAtLocation(right), checker);
  if (others === null || !isSameLoosely(kinds | others)) return [];
  return [[operatorToken.getStart(), operatorToken.end, isSame ? '==' : '!=']];
}
