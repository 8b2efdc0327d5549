import { Component } from 'obsidian';
import type { Clock } from '../core/ports';

/** One shared timer for all live widgets. */
export class Scheduler extends Component {
  constructor(private readonly clock: Clock) {
    super();
  }
}
