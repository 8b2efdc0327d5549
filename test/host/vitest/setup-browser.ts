import { afterAll } from 'vitest';
import { closeBrowser } from '../node';

afterAll(closeBrowser); // one browser a test file
