export function namesOfClasses(): Promise<string[]>;
