export const readingLog = {};
