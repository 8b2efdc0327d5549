export function lateSets(code: string): string;
