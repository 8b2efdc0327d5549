import type { Component } from 'obsidian';
import type { WidgetOptions } from '../api';
import type { Context } from '../context';
import { scriptSource } from './options';
import { TimeProgressView } from './view';

/**
 * Draws time progress into an element and keeps it current until `owner` unloads.
 *
 * @param el - emptied first
 * @param options - keys and values of a `time-progress` block; wrong ones are drawn as error boxes, nothing is thrown
 */
export function renderTimeProgress(ctx: Context, el: HTMLElement, options: WidgetOptions, owner: Component): void {
  owner.addChild(new TimeProgressView(el, ctx, scriptSource(ctx, options)));
}
