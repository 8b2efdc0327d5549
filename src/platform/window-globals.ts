import type { Component } from 'obsidian';

/**
 * Offers a function to scripts under a global name, where nothing else holds it. It is taken back when its owner
 * unloads, if the name still holds it.
 */
export function offerGlobal(owner: Component, name: string, offered: (...args: never[]) => unknown): void {
  const scope = window as unknown as Record<string, unknown>;
  if (scope[name] !== undefined) return;
  scope[name] = offered;
  owner.register(() => {
    if (scope[name] === offered) Reflect.deleteProperty(scope, name);
  });
}
