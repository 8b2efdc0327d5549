// The classes that plugins see.
import { Component } from '../base/component';
import type { App } from '../app';
import { theApp } from '../registries';
import { codeBlockPostProcessor, registerPostProcessor, unregisterPostProcessor } from './process';
import { MarkdownRenderChild } from './lifecycle';
import { renderText } from './render';

export class MarkdownRenderer extends MarkdownRenderChild {
  static render(_app: App, markdown: string, el: HTMLElement, sourcePath: string, component: Component): Promise<void> {
    return renderText(markdown, el, sourcePath, component);
  }
  static renderMarkdown(markdown: string, el: HTMLElement, sourcePath: string, component: Component): Promise<void> {
    return MarkdownRenderer.render(theApp(), markdown, el, sourcePath, component);
  }
}

export class MarkdownPreviewRenderer {
  static createCodeBlockPostProcessor = codeBlockPostProcessor;
  static registerPostProcessor = registerPostProcessor;
  static unregisterPostProcessor = unregisterPostProcessor;
}
