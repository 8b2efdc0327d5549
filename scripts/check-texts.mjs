// Fails where a text of the interface is used nowhere: dead texts rot, and translators keep translating them. And where the compiler
// finds something wrong with src as scripts/short-keys.mjs has it: a text would be asked for by another name than it has.
import ts from 'typescript';
import { rewrittenFiles } from './short-keys.mjs';
import { SOURCE, pathInProject, programOf } from './source-program.mjs';

const program = programOf();
const checker = program.getTypeChecker();
const english = `${SOURCE}i18n/en/`;

/** Where a text is declared: the place of its key in src/i18n/en. */
const placeOf = (declaration) => `${declaration.getSourceFile().fileName}:${declaration.getStart()}`;

const declared = new Map();
const used = new Set();

function collect(object, trail) {
  for (const property of object.properties) {
    const name = [...trail, property.name.getText()];
    const given = property.initializer;
    const value = given && ts.isSatisfiesExpression(given) ? given.expression : given;
    if (value && ts.isObjectLiteralExpression(value)) collect(value, name);
    else declared.set(placeOf(property), name.join('.'));
  }
}

/** A key of the wording type leads back, through mapped types, to where English declares it. */
function mark(symbol) {
  for (const declaration of symbol?.declarations ?? []) {
    if (!declaration.getSourceFile().fileName.startsWith(english)) continue;
    used.add(placeOf(declaration));
  }
}

/** A group looked up by a computed key, or spread, counts as used throughout. */
function markAll(type) {
  for (const property of type.getProperties()) {
    mark(property);
    const declaration = property.declarations?.[0];
    if (declaration?.getSourceFile().fileName.startsWith(english))
      markAll(checker.getTypeOfSymbolAtLocation(property, declaration));
  }
}

function visit(node) {
  if (ts.isPropertyAccessExpression(node)) mark(checker.getSymbolAtLocation(node.name));
  if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
    mark(checker.getTypeAtLocation(node.parent).getProperty((node.propertyName ?? node.name).getText()));
  }
  if (ts.isElementAccessExpression(node) || ts.isSpreadAssignment(node))
    markAll(checker.getTypeAtLocation(node.expression));
  ts.forEachChild(node, visit);
}

for (const file of program.getSourceFiles()) {
  if (!file.fileName.includes('/src/')) continue;
  if (file.fileName.startsWith(english)) {
    file.forEachChild((node) => {
      if (!ts.isVariableStatement(node) || !node.modifiers?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword)) return;
      for (const { name, initializer } of node.declarationList.declarations) {
        if (initializer && ts.isObjectLiteralExpression(initializer)) collect(initializer, [name.getText()]);
      }
    });
  } else if (!file.fileName.includes('/src/i18n/')) {
    visit(file);
  }
}

const dead = [...declared].filter(([place]) => !used.has(place)).map(([, name]) => name);
if (dead.length > 0) {
  console.error(`Texts of src/i18n that nothing uses:\n${dead.map((name) => `  ${name}`).join('\n')}`);
  process.exitCode = 1;
}

const short = rewrittenFiles(program);
const host = ts.createCompilerHost(program.getCompilerOptions());
const known = host.getSourceFile.bind(host);
host.getSourceFile = (file, options, ...how) => {
  const text = short[pathInProject(file)];
  if (text !== undefined) return ts.createSourceFile(file, text, options);
  return program.getSourceFile(file) ?? known(file, options, ...how);
};
const wrong = ts.getPreEmitDiagnostics(programOf(host));
if (wrong.length > 0) {
  console.error('With short keys for its texts, src is wrong (scripts/short-keys.mjs):');
  console.error(ts.formatDiagnostics(wrong, { ...host, getCurrentDirectory: () => process.cwd() }));
  process.exitCode = 1;
}
