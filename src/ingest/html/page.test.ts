import { describe, expect, test } from 'vitest'
import { decodeEntities } from './entities.js'
import { readPage } from './page.js'

/** The page as nested brackets: 'p(One)p(Two)'. */
function shape(html: string): string {
  const { nodes } = readPage(html)
  const inside = (from: number, to: number): string => {
    let out = ''
    for (let i = from; i < to; i = nodes[i]!.end) {
      const { tag, text, end } = nodes[i]!
      out += tag === '' ? text : `${tag}(${inside(i + 1, end)})`
    }
    return out
  }
  return inside(0, nodes.length)
}

describe('readPage', () => {
  test.each([
    ['<p>One<p>Two', 'p(One)p(Two)'],
    ['<p>One<div>Two</div>', 'p(One)div(Two)'],
    ['<ul><li>a<li>b<ul><li>c</ul><li>d</ul>', 'ul(li(a)li(bul(li(c)))li(d))'],
    ['<table><tr><td>a<td>b<tr><td>c</table>x', 'table(tr(td(a)td(b))tr(td(c)))x'],
    ['<div><table><tr><td>a</div>b</table>', 'div(table(tr(td(ab))))'],
    ['<a href=1>a<a href=2>b', 'a(a)a(b)'],
    ['a<br/>b<BR>c</br>d', 'abr()bbr()cbr()d'],
    ['<b>a<i>b</b>c', 'abc'],
    ['</p>a</x>', 'a'],
    ['<p title="a > b">c</p>', 'p(c)'],
    ['<p title="a>b', 'p(b)'],
    ['<p title=">a</p><p>b', 'p(a)p(b)'],
    ['a < b <3 </> </ c>d', 'a < b <3  d'],
    ['a<!-- <p>b --><!doctype html><?php x ?>c<!-->d<!-- e', 'acd'],
    ['<script>a</scripty>b</script >c<style>d', 'c'],
    ['<title>a<b>c</title>', 'title(a<b>c)'],
  ])('%j → %j', (html, expected) => {
    expect(shape(html)).toBe(expected)
  })

  test('keeps the JSON-LD', () => {
    expect(readPage('<script type=application/ld+json>{}</script><script>1</script>').jsonLd).toEqual(['{}'])
  })

  test('decodes attributes, the first of a name, and cuts long ones', () => {
    const { attributes } = readPage(`<p CLASS='a &amp; b' class=c id="${'x'.repeat(9999)}">`).nodes[0]!
    expect(attributes.get('class')).toBe('a & b')
    expect(attributes.get('id')).toHaveLength(2000)
  })
})

test.each([
  ['&amp;amp; &lt;p&gt;', '&amp; <p>'],
  ['&eacute &notit; &hellip;&bogus;', 'é ¬it; …&bogus;'],
  ['&#233;&#xE9;&#XE9', 'ééé'],
  ['&#147;a&#148; &#150;', '“a” –'],
  ['&#0;&#xD800;&#x110000;&#99999999999;', '\ufffd\ufffd\ufffd\ufffd'],
  ['AT&T & co &', 'AT&T & co &'],
  ['&CounterClockwiseContourIntegral;', '∳'],
])('decodeEntities(%j)', (text, decoded) => {
  expect(decodeEntities(text)).toBe(decoded)
})
