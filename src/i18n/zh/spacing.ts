/** 名称后面接汉字：以拉丁字母或数字结尾时空一格。 */
export function beforeHan(name: string): string {
  return /[\p{Script=Latin}\p{Nd}]$/u.test(name) ? `${name} ` : name;
}

/** 名称夹在汉字之间：两头是拉丁字母或数字时各空一格。 */
export function amidHan(name: string): string {
  return /^[\p{Script=Latin}\p{Nd}]/u.test(name) ? ` ${beforeHan(name)}` : beforeHan(name);
}
