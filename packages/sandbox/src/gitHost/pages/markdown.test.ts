import { markdown } from './markdown';

describe('markdown', () => {
  it.each([
    ['# Title', '<h3>Title</h3>'],
    ['a\nb', '<p>a<br>b</p>'],
    ['- one\n- two', '<ul><li>one</li><li>two</li></ul>'],
    ['1. one\n2. two', '<ol><li>one</li><li>two</li></ol>'],
    ['**b** *i* `c*d*`', '<p><strong>b</strong> <em>i</em> <code>c*d*</code></p>'], // prettier-ignore
    ['```yaml\na: <b>\n```', '<pre tabindex="0"><code>a: &lt;b&gt;</code></pre>'], // prettier-ignore
    [
      '[x](https://a.example/?b=1&c)',
      '<p><a href="https://a.example/?b=1&amp;c" rel="nofollow noopener">x</a></p>', // prettier-ignore
    ],
    [
      'see http://localhost:7007/x.',
      '<p>see <a href="http://localhost:7007/x" rel="nofollow noopener">http://localhost:7007/x</a>.</p>', // prettier-ignore
    ],
    [
      '| a | b |\n| - | - |\n| 1 | 2 |',
      '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>', // prettier-ignore
    ],
    [
      '<details><summary>`a` & b</summary>\n\n- c\n\n</details>\nd',
      '<details><summary><code>a</code> &amp; b</summary>\n<ul><li>c</li></ul>\n</details>\n<p>d</p>', // prettier-ignore
    ],
    [
      '<details><summary>a</summary>',
      '<details><summary>a</summary></details>',
    ],
    ['</details>', '<p>&lt;/details&gt;</p>'],
    ['<img src=x onerror=y>', '<p>&lt;img src=x onerror=y&gt;</p>'],
    ['[x](https://a"b)', '<p><a href="https://a&quot;b" rel="nofollow noopener">x</a></p>'], // prettier-ignore
  ])('%s', (text, expected) => expect(markdown(text).text).toBe(expected));
});
