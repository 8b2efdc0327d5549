import { keepPages } from '../node';

keepPages(); // and one browser for all files of a process, which ends with it
