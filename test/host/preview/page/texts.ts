// What the page around the app says. The app's own texts, and the plugin's, come from them.

export const TEXTS = {
  en: {
    title: 'Research Handbook: preview',
    inFolder: (folder: string) => `What you change is written to ${folder}`,
    inMemory: 'A vault in the memory of this page: nothing is sent, and reloading begins anew.',
    stands: 'This is a stand-in for Obsidian, drawn by the project’s own test host.',
    files: 'Notes',
    commands: 'Commands',
    askCommand: 'Type a command',
    switcher: 'Go to a note',
    askNote: 'Type the name of a note',
    settings: 'Settings',
    edit: 'Edit',
    read: 'Read',
    dark: 'Dark',
    phone: 'Phone width',
    again: 'Start over',
    language: 'Language',
    app: 'Obsidian, as a stand-in',
    begins: 'The plugin sets up a vault and a student reads for ten weeks in it. This takes some seconds.',
    failed: (why: string) => `The preview could not start: ${why}`,
  },
  zh: {
    title: '研究手册：预览',
    inFolder: (folder: string) => `改动会写入 ${folder}`,
    inMemory: '笔记库只在本页内存里：什么都不会发送出去，刷新即从头开始。',
    stands: '这里的 Obsidian 是项目自己的测试环境画出来的替身。',
    files: '笔记',
    commands: '命令',
    askCommand: '输入命令',
    switcher: '打开笔记',
    askNote: '输入笔记名',
    settings: '设置',
    edit: '编辑',
    read: '阅读',
    dark: '深色',
    phone: '手机宽度',
    again: '从头开始',
    language: '语言',
    app: 'Obsidian 替身',
    begins: '插件正在创建笔记库，并替一位学生记下十周的阅读，需要几秒钟。',
    failed: (why: string) => `预览没能启动：${why}`,
  },
} as const;

export type Language = keyof typeof TEXTS;
export type Texts = (typeof TEXTS)[Language];
