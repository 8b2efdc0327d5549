import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Processor time in milliseconds of the thread that the app would wait for: neither other programs nor background
 * collection and compiling count. Where the system does not tell (not Linux), that of the whole process.
 */
export function worked(): number {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  }
}

/** Bytes in use once everything that nobody holds is collected. */
export function heap(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, arrayBuffers } = process.memoryUsage(); // bytes of typed arrays lie beside the heap
  return heapUsed + arrayBuffers;
}
