/** One measurement and what it may be at most. */
export interface Row {
  what: string;
  measured: number;
  budget: number;
  unit: 'ms' | 'µs' | 'kB';
}

export function withinBudget({ measured, budget }: Row): boolean {
  return measured <= budget;
}

/** The rows as a Markdown table. */
export function table(rows: readonly Row[]): string {
  const lines = rows.map(row => {
    const verdict = withinBudget(row) ? 'within' : '**over**';
    return `| ${row.what} | ${row.measured.toPrecision(3)} ${row.unit} | ${
      row.budget
    } ${row.unit} | ${verdict} |`;
  });
  return ['| what | measured | budget | |', '|---|---|---|---|', ...lines].join(
    '\n',
  );
}
