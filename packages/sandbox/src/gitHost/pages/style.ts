/** One sheet for all pages: system fonts, light and dark by preference. */
export const style = `
:root {
  color-scheme: light dark;
  --bg: #ffffff; --raised: #f6f8fa; --line: #d1d9e0; --text: #1f2328; --soft: #59636e;
  --link: #0550ae; --accent: #1a7f37; --accent-text: #ffffff; --merged: #7d42d9; --closed: #b3202c;
  --add: #dafbe1; --add-text: #0f5323; --del: #ffebe9; --del-text: #82071e; --hunk: #ddf4ff;
}
@media (prefers-color-scheme: dark) {
  :root {
    --bg: #0d1117; --raised: #151b23; --line: #3d444d; --text: #f0f6fc; --soft: #9ba5b0;
    --link: #79b8ff; --accent: #238636; --merged: #8957e5; --closed: #c93c37;
    --add: #12361f; --add-text: #aff5b4; --del: #4b1a1e; --del-text: #ffdcd7; --hunk: #12304d;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--bg); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 1rem; top: .5rem; background: var(--bg); padding: .25rem .5rem; }
header { background: var(--raised); border-bottom: 1px solid var(--line); }
header nav, main { max-width: 72rem; margin: 0 auto; padding: .75rem 1.5rem; }
header nav { display: flex; gap: 1.25rem; align-items: center; flex-wrap: wrap; }
header .brand { font-weight: 600; text-decoration: none; color: var(--text); }
header .end { margin-left: auto; }
h1 { font-size: 1.5rem; margin: 1rem 0 .25rem; overflow-wrap: anywhere; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
.soft { color: var(--soft); }
.tabs { display: flex; gap: 1rem; border-bottom: 1px solid var(--line); margin: 1rem 0; }
.tabs a { padding: .4rem .25rem; text-decoration: none; color: var(--text); }
.tabs a[aria-current] { border-bottom: 3px solid var(--link); font-weight: 600; }
.badge { display: inline-block; border-radius: 2rem; padding: .1rem .7rem; font-size: .875rem; font-weight: 600; color: #ffffff; background: #59636e; }
.badge.open { background: #1a7f37; } .badge.merged { background: var(--merged); } .badge.closed { background: var(--closed); }
.label { display: inline-block; border: 1px solid var(--line); border-radius: 2rem; padding: 0 .6rem; font-size: .8rem; }
.box { border: 1px solid var(--line); border-radius: 6px; margin: 1rem 0; overflow: hidden; }
.box > .head { background: var(--raised); border-bottom: 1px solid var(--line); padding: .5rem 1rem; font-weight: 600; overflow-wrap: anywhere; }
.box > .body { padding: .5rem 1rem; overflow-x: auto; }
ul.rows { list-style: none; margin: 0; padding: 0; }
ul.rows li { padding: .6rem 1rem; border-top: 1px solid var(--line); }
ul.rows li:first-child { border-top: 0; }
pre, code { font: .85rem/1.45 ui-monospace, SFMono-Regular, Menlo, monospace; }
code { background: var(--raised); padding: .1em .3em; border-radius: 4px; }
pre { margin: 0; padding: .75rem 1rem; overflow-x: auto; }
pre code { background: none; padding: 0; }
.body pre { background: var(--raised); border-radius: 6px; margin: .5rem 0; }
.diff { padding: 0; }
.diff span { display: block; padding: 0 1rem; min-width: max-content; white-space: pre; min-height: 1.45em; }
.diff .add { background: var(--add); color: var(--add-text); }
.diff .del { background: var(--del); color: var(--del-text); }
.diff .hunk { background: var(--hunk); color: var(--soft); }
table { border-collapse: collapse; margin: .5rem 0; }
th, td { border: 1px solid var(--line); padding: .3rem .7rem; text-align: left; }
button { font: inherit; font-weight: 600; cursor: pointer; border: 1px solid var(--line); border-radius: 6px; padding: .4rem 1rem; background: var(--raised); color: var(--text); }
button.primary { background: var(--accent); border-color: var(--accent); color: var(--accent-text); }
button[aria-pressed=true] { background: var(--link); border-color: var(--link); color: var(--bg); }
.actions { display: flex; gap: .75rem; flex-wrap: wrap; margin: 1rem 0; }
form { margin: 0; }
.note { border-left: 4px solid var(--merged); padding: .5rem 1rem; background: var(--raised); }
.note.bad { border-color: var(--closed); }
`;
