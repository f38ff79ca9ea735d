// Reports in a real browser: node report.mjs FILE.. REACHSIM_BROWSER names the folder with the
// modules. What is wrong with them is printed, and ends the script with 1.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const need = createRequire(join(process.env.REACHSIM_BROWSER, "package.json"));
const { chromium } = need("playwright-core");
const axe = readFileSync(need.resolve("axe-core/axe.min.js"), "utf8");
const FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const WIDTHS = [390, 768, 1440], SCHEMES = ["light", "dark"];

const faults = [];
const browser = await chromium.launch({ executablePath: process.env.REACHSIM_CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
for (const file of process.argv.slice(2)) {
  const address = pathToFileURL(file).href;
  for (const colorScheme of SCHEMES) {
    for (const width of WIDTHS) {
      const where = `${file}, ${colorScheme}, ${width} px`;
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
      const page = await context.newPage();
      page.on("request", request => { if (request.url() !== address && !/^(data|blob):/.test(request.url())) faults.push(`${where}: asks for ${request.url()}`); });
      page.on("console", said => faults.push(`${where}: says ${said.text()}`));
      page.on("pageerror", error => faults.push(`${where}: ${error}`));
      await page.goto(address);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) faults.push(`${where}: ${wide} px too wide`);
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
      violations.forEach(({ id, nodes }) => faults.push(`${where}: ${id}, ${nodes.length} times: ${nodes[0].html.slice(0, 200)} ${nodes[0].failureSummary}`));
      await context.close();
    }
  }
  // On paper nothing stands alone: a heading is followed by what it heads.
  const page = await browser.newPage();
  await page.goto(address);
  await page.emulateMedia({ media: "print" });
  const empty = await page.evaluate(() => [...document.querySelectorAll("h1, h2, h3")]
    .filter(head => head.offsetParent && !head.nextElementSibling?.getClientRects().length && !head.parentElement.nextElementSibling?.getClientRects().length)
    .map(head => head.innerText));
  if (empty.length) faults.push(`${file}, printed: nothing below ${empty}`);
  await page.close();
}
await browser.close();
faults.forEach(words => console.log(words));
console.log(`${process.argv.length - 2} reports, ${faults.length} faults`);
process.exit(faults.length ? 1 : 0);
