const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

/** Bytes of a quantity of memory such as `1000Mi`; undefined for anything else. */
export function memoryBytes(quantity: string): number | undefined {
  const [, digits, unit = ''] = /^(\d+(?:\.\d+)?)([A-Za-z]*)$/.exec(quantity) ?? []; // prettier-ignore
  const factor = UNITS[unit];
  return digits === undefined || factor === undefined
    ? undefined
    : Number(digits) * factor;
}

/** Whether a text is a quantity of CPU such as `100m` or `0.5`. */
export function isCpu(quantity: string): boolean {
  return /^(\d+m|\d+(\.\d{1,3})?)$/.test(quantity);
}
