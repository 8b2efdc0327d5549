import type { Component } from 'obsidian';

/** A part of the page with a life of its own. Loading draws it, with what is known, at its full height if it can. */
export interface Section extends Component {
  /** Resolves once it shows the vault as it is; printing waits for it. */
  ready(): Promise<void>;
}
