import type { Notification } from 'sarif';
import type { Report } from '../report';
import { physicalLocation } from './physicalLocation';

/** What could not be read, or was seen and not checked. */
export function notifications({ problems, notes }: Report): Notification[] {
  return [
    ...problems.map(
      ({ file, line = 1, message }): Notification => ({
        level: 'error',
        message: { text: `${file} ${message}` },
        locations: [
          { physicalLocation: physicalLocation({ file, line, column: 1 }) },
        ],
      }),
    ),
    ...notes.map(
      (note): Notification => ({ level: 'note', message: { text: note } }),
    ),
  ];
}
