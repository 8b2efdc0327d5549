import { installClock } from './clock';

Object.assign(window, { __installClock: installClock });
