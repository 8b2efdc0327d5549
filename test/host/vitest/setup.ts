import { inject } from 'vitest';
import { useBuild } from '../node/build';

useBuild(inject('hostBuild'));
