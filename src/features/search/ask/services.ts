import { Platform } from 'obsidian';
import { SERVICES, type Service } from '../../../core/ask/service';
import { hostOf } from '../../../platform/network';
import type { Context } from '../../context';

export type ServiceKind = 'chat' | 'embed';

/** Why there is no service; `none` where the student wants none. The words for it are in `i18n`. */
export type NoService = 'none' | 'address' | 'model' | 'key' | 'phone';

export interface Reached extends Service {
  readonly host: string;
}

const isHere = (host: string): boolean => /^(?:127\.0\.0\.1|localhost)(?::|$)/.test(host);

/** The service that the settings name, and what is known of it. */
export function serviceOf({ settings, device }: Context, kind: ServiceKind): Reached | NoService {
  const { values } = settings;
  const name = values[`${kind}Service`];
  if (name === 'none') return 'none';
  const known =
    name === 'own' ? { url: values[`${kind}Url`].trim(), chat: '', embed: '', batch: 16, size: null } : SERVICES[name];
  const host = hostOf(known.url);
  if (host === null) return 'address';
  if (isHere(host) && Platform.isMobile) return 'phone';
  const model = values[`${kind}Model`].trim() || known[kind];
  if (model === '') return 'model';
  const key = device.secret(values[`${kind}Key`].trim()) ?? '';
  if (key === '' && !isHere(host)) return 'key';
  const { url, batch, size } = known;
  return { url, host, model, key: key === '' ? null : key, rate: values[`${kind}Rate`], batch, size };
}

/** Under which vectors of a service are kept: those of another model are of no use. */
export const modelOf = ({ host, model, size }: Reached): string => `${host} ${model} ${String(size ?? '')}`;
