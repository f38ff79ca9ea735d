// Runs `article.squiggle` with as many samples as are asked for, and prints means, percentiles and seconds.
//
//     node squiggle.mjs [samples] [seed]

import { readFileSync } from "node:fs";
import { run } from "@quri/squiggle-lang";

const samples = Number(process.argv[2] ?? 10_000);
const seed = process.argv[3] ?? "1";
const environment = { sampleCount: samples, xyPointLength: 1000, seed };
const code = readFileSync(new URL("article.squiggle", import.meta.url), "utf8");

const start = performance.now();
const exports = (await run(code, { environment })).getExports();
const seconds = (performance.now() - start) / 1000;
if (!exports.ok) {
  console.error(exports.value.toString());
  process.exit(1);
}

const row = (name, cells) => console.log(name.padEnd(22) + cells.map((cell) => cell.padStart(14)).join(""));
row("", ["mean", "p05", "p50", "p95"]);
for (const [name, { value }] of exports.value.entries()) {
  const percentiles = [0.05, 0.5, 0.95].map((share) => {
    const found = value.inv(environment, share);
    return found.ok ? found.value : NaN;
  });
  row(name, [value.mean(environment), ...percentiles].map((number) => number.toPrecision(6)));
}
const whole = process.uptime();
console.log(`${samples} samples in ${seconds.toFixed(3)} seconds, ${whole.toFixed(3)} with the start of the program`);
