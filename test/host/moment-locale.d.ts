// The package has types for itself, and none for its locales, which are imported for their effect.
declare module 'moment/locale/zh-cn';
