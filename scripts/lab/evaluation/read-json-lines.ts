import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { messageOf } from '../../../server/domain/message-of.ts';

/** Reads JSON Lines, of which some may be empty. @throws Error that names the file and line that cannot be used */
export function readJsonLines<Line>(file: string, schema: z.ZodType<Line>): Line[] {
  return readTextFile(file)
    .split('\n')
    .flatMap((line, index): Line[] => {
      if (line.trim() === '') return [];
      try {
        return [schema.parse(JSON.parse(line))];
      } catch (error) {
        const reason = error instanceof z.ZodError ? z.prettifyError(error) : messageOf(error);
        throw new Error(`${file}:${index + 1}: ${reason}`);
      }
    });
}

/** Reads a file of text. @throws Error that names the file, if it is not there */
export function readTextFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Error(`${file}: there is no such file`);
  }
}
