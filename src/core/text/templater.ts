/**
 * Words of others as they may stand in a note that we make: the Templater plugin can be set to run what stands between `<%`
 * and `%>` in every new note, and a title from the web must not become a program. The sign is taken apart where all see it.
 */
export function withoutTemplaterTags(text: string): string {
  return text.replace(/<(?=%)/g, '< ');
}
