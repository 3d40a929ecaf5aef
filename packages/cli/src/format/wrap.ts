/** Lines of at most so many characters, broken at spaces; longer words stay whole. */
export function wrap(words: string, width: number): string[] {
  return words.split('\n').flatMap(paragraph => {
    const lines = [''];
    for (const word of paragraph.split(' ')) {
      const line = lines.at(-1) ?? '';
      if (line && line.length + 1 + word.length > width) lines.push(word);
      else lines[lines.length - 1] = line ? `${line} ${word}` : word;
    }
    return lines;
  });
}
