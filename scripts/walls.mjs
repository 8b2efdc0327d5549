// The walls between the rooms for calls (see ARCHITECTURE.md): what acts on the world outside may be named in its room
// alone. Names are followed to where they are declared, so that neither an alias (`const { vault } = app`), another
// window (`el.win.setTimeout`), a bracket nor a pattern (`const { modify } = vault`) leads around a wall.
import ts from 'typescript';

/** Kinds of effect, and what has them: by library, owner (a class or interface; '' for globals and exports), and name. */
export const EFFECTS = {
  write: {
    message: 'Notes are written by platform/vault-notes.ts alone: use ctx.notes.',
    obsidian: {
      Vault: [
        ...['create', 'createBinary', 'createFolder', 'modify', 'modifyBinary', 'append', 'appendBinary'],
        ...['process', 'delete', 'trash', 'rename', 'copy'],
      ],
      FileManager: ['renameFile', 'trashFile', 'promptForDeletion', 'processFrontMatter'],
    },
  },
  adapter: {
    message: 'The vault is read and written as notes, through ctx.notes; only platform may use its adapter.',
    obsidian: { Vault: ['adapter'] },
  },
  timer: {
    message: 'Only platform sets timers: use ctx.scheduler.',
    obsidian: {
      '': ['debounce', 'sleep', 'nextFrame'],
      Window: ['sleep', 'nextFrame'],
      Component: ['registerInterval'],
    },
    dom: {
      '': ['setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback', 'scheduler'],
      WindowOrWorkerGlobalScope: ['setTimeout', 'setInterval', 'scheduler'],
      AnimationFrameProvider: ['requestAnimationFrame'],
      Window: ['requestIdleCallback'],
    },
  },
  notice: {
    message: 'Notices are shown by platform/notify.ts alone: use ctx.notify.',
    obsidian: { '': ['Notice'] },
  },
  network: {
    message:
      'Nothing leaves the machine but through platform/network.ts, and an address for another program through platform/{mail,share,zotero-link}.ts.',
    obsidian: { '': ['requestUrl', 'request', 'ajax', 'ajaxPromise'] },
    dom: {
      '': [
        ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport', 'RTCPeerConnection'],
        ...['Worker', 'SharedWorker', 'open'],
      ],
      WindowOrWorkerGlobalScope: ['fetch'],
      Window: ['open'],
      Navigator: ['sendBeacon', 'serviceWorker', 'share'],
    },
  },
  storage: {
    message: 'What stays on the device goes through ctx.device; only platform may use its storage.',
    obsidian: { App: ['loadLocalStorage', 'saveLocalStorage', 'secretStorage'] },
    dom: {
      '': ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore'],
      WindowLocalStorage: ['localStorage'],
      WindowSessionStorage: ['sessionStorage'],
      WindowOrWorkerGlobalScope: ['indexedDB', 'caches'],
      Window: ['cookieStore'],
      Document: ['cookie'],
      NavigatorStorage: ['storage'],
    },
  },
  global: {
    message:
      'Nothing is put on, or fetched from, the global object: use el.win, activeWindow or platform/window-globals.',
    dom: { '': ['window', 'self', 'frames', 'top', 'parent'] },
  },
};

/** Where a name is a type's: that acts on nothing. */
const IN_TYPES = new Set([
  'TSTypeReference',
  'TSTypeQuery',
  'TSQualifiedName',
  'TSInterfaceHeritage',
  'TSClassImplements',
]);

const LIBRARIES = [
  ['obsidian', /\/node_modules\/obsidian\/obsidian\.d\.ts$/],
  ['dom', /\/lib\.dom(\.\w+)?\.d\.ts$/],
];

const libraryOf = (declaration) =>
  LIBRARIES.find(([, file]) => file.test(declaration.getSourceFile().fileName.replaceAll('\\', '/')))?.[0];

/** The class or interface that a declaration is a member of; '' for one that stands by itself. */
function ownerOf({ parent }) {
  return ts.isClassDeclaration(parent) || ts.isInterfaceDeclaration(parent) ? (parent.name?.text ?? '') : '';
}

/** Which of the forbidden effects a declared name has. */
function effectOf(symbol, forbidden) {
  for (const declaration of symbol?.declarations ?? []) {
    const library = libraryOf(declaration);
    if (library === undefined) continue;
    const effect = forbidden.find((one) => EFFECTS[one][library]?.[ownerOf(declaration)]?.includes(symbol.name));
    if (effect !== undefined) return effect;
  }
  return undefined;
}

/** The names that are worth a look: asking for a type is dear. */
function namesOf(forbidden) {
  const tables = forbidden.flatMap((one) => [EFFECTS[one].obsidian ?? {}, EFFECTS[one].dom ?? {}]);
  return new Set(tables.flatMap((table) => Object.values(table).flat()));
}

const inTheirRooms = {
  meta: {
    type: 'problem',
    docs: { description: 'Effects on the world outside may be named in their rooms alone.' },
    schema: [{ type: 'array', items: { enum: Object.keys(EFFECTS) } }],
    messages: Object.fromEntries(Object.entries(EFFECTS).map(([effect, { message }]) => [effect, message])),
  },
  create(context) {
    const [forbidden = []] = context.options;
    const names = namesOf(forbidden);
    const { program, esTreeNodeToTSNodeMap: nodes } = context.sourceCode.parserServices;
    const checker = program.getTypeChecker();

    const report = (node, messageId) => {
      if (messageId !== undefined) context.report({ node, messageId });
    };
    /** Where a name leads: through imports to what they bring. */
    const symbolAt = (node) => {
      const symbol = checker.getSymbolAtLocation(nodes.get(node));
      return symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    };
    const isGlobalObject = (node) => {
      if (node.type === 'TSAsExpression') return isGlobalObject(node.expression);
      const type = checker.getTypeAtLocation(nodes.get(node));
      const parts = type.isIntersection() ? type.types : [type];
      return parts.some(({ symbol }) => symbol?.name === 'Window' || symbol?.name === 'globalThis');
    };
    const hasAnyName = (node) => {
      const type = checker.getTypeAtLocation(nodes.get(node));
      return (type.flags & ts.TypeFlags.AnyOrUnknown) !== 0 || type.getStringIndexType() !== undefined;
    };

    return {
      MemberExpression({ property, computed }) {
        const name = computed ? property.value : property.name;
        if (names.has(name)) report(property, effectOf(symbolAt(property), forbidden));
      },
      'ObjectPattern > Property'({ key, parent }) {
        const name = key.name ?? key.value;
        if (!names.has(name)) return;
        report(key, effectOf(checker.getTypeAtLocation(nodes.get(parent)).getProperty(name), forbidden));
      },
      'Identifier[name]'(node) {
        const { name, parent } = node;
        if (name === 'globalThis' && forbidden.includes('global')) report(node, 'global');
        if (!names.has(name) || IN_TYPES.has(parent.type)) return;
        if (parent.type === 'MemberExpression' && parent.property === node && !parent.computed) return;
        if (parent.type === 'Property' && parent.key === node && !parent.computed) return;
        if (parent.importKind === 'type' || parent.parent?.importKind === 'type') return;
        const shorthand = parent.type === 'Property' && parent.shorthand;
        report(
          node,
          effectOf(
            shorthand ? checker.getShorthandAssignmentValueSymbol(nodes.get(parent)) : symbolAt(node),
            forbidden,
          ),
        );
      },
      // A write to the window, a reflective one, and a cast to what has any name whatever lead past every name.
      ...(forbidden.includes('global')
        ? {
            TSAsExpression(node) {
              if (isGlobalObject(node.expression) && hasAnyName(node.typeAnnotation)) report(node, 'global');
            },
            'AssignmentExpression > MemberExpression.left'(node) {
              if (isGlobalObject(node.object)) report(node, 'global');
            },
            'CallExpression[callee.object.name=/^(Object|Reflect)$/]'(node) {
              if (node.arguments[0] && isGlobalObject(node.arguments[0])) report(node, 'global');
            },
          }
        : {}),
    };
  },
};

/** An ESLint plugin of one rule; its option lists the effects that are forbidden in a room. */
export const walls = { meta: { name: 'walls' }, rules: { 'effects-in-their-rooms': inTheirRooms } };
