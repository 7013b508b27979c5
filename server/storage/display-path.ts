import path from 'node:path';

/** The path as a person would type it: from the folder they stand in, with forward slashes. */
export const displayPath = (file: string): string => {
  const relative = path.relative(process.cwd(), file);
  return (relative.startsWith(`..${path.sep}`) ? file : relative).split(path.sep).join('/');
};
