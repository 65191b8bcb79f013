import { describe, expect, test } from 'vitest';
import { brief, film } from './film.ts';

const A = '(555) 010-1111';
const B = '(555) 010-2222';

describe('the course of a call', () => {
  test('each state has the time it was first seen, fields that are absent are left out', () => {
    const { look } = film();
    expect(look(1_000, [{ on: 'e', state: 'ringing', from: A }])).toEqual([
      { screenId: '1', state: 'ringing', direction: 'inbound', since: 1_000, stateSince: 1_000, from: A },
    ]);
    expect(brief(look(5_000, [{ on: 'e', state: 'connected', from: A }]))).toEqual([
      `${A} connected 1000–5000`,
    ]);
    expect(brief(look(6_000, [{ on: 'e', state: 'held', from: A }]))).toEqual([`${A} held 1000–6000`]);
    expect(brief(look(7_000, [{ on: 'e', state: 'connected', from: A }]))).toEqual([
      `${A} connected 1000–7000`,
    ]);
    expect(brief(look(9_000, [{ on: 'e', state: 'ended', from: A }]))).toEqual([`${A} ended 1000–9000`]);
  });

  test('no rule holds: ringing for a call not seen before, as it was for one that is known', () => {
    const { look } = film();
    expect(brief(look(0, [{ on: 'e', from: A }]))).toEqual([`${A} ringing 0–0`]);
    look(1_000, [{ on: 'e', state: 'connected', from: A }]);
    expect(brief(look(2_000, [{ on: 'e', from: A }]))).toEqual([`${A} connected 0–1000`]);
  });

  test('a state never goes back', () => {
    const { look } = film();
    look(0, [{ on: 'e', state: 'connected', from: A }]);
    expect(brief(look(1_000, [{ on: 'e', state: 'ringing', from: A }]))).toEqual([`${A} connected 0–0`]);
    look(2_000, [{ on: 'e', state: 'ended', from: A, id: 'x' }]);
    expect(look(3_000, [{ on: 'e', state: 'connected', from: A, id: 'x' }])).toMatchObject([
      { state: 'ended', stateSince: 2_000 },
    ]);
  });

  test('a call that went outbound once is outbound', () => {
    const { look } = film();
    look(0, [{ on: 'e', state: 'connecting', from: A, outbound: true }]);
    expect(look(1_000, [{ on: 'e', state: 'connected', from: A }])).toMatchObject([
      { direction: 'outbound' },
    ]);
  });

  test('a call that was another CSR’s goes back from taken once a name is on it that takes it over', () => {
    const { look } = film();
    look(0, [{ on: 'e', state: 'taken', from: A, claimedBy: 'Kim' }]);
    expect(look(500, [{ on: 'e', state: 'ringing', from: A, claimedBy: 'Kim' }])).toMatchObject([
      { state: 'taken', stateSince: 0 },
    ]);
    expect(look(900, [{ on: 'e', state: 'ringing', from: A, claimedBy: 'Dana' }])).toMatchObject([
      { screenId: '1', state: 'ringing', stateSince: 900, claimedBy: 'Dana' },
    ]);
    expect(look(5_000, [{ on: 'e', state: 'taken', from: A, claimedBy: 'Kim' }])).toMatchObject([
      { screenId: '1', state: 'taken', stateSince: 5_000, claimedBy: 'Kim' },
    ]);
  });

  test('a call on which another CSR is named is taken, and ends as such', () => {
    const { look } = film();
    look(0, [{ on: 'e', state: 'ringing', id: '1' }]);
    expect(look(900, [{ on: 'e', state: 'taken', id: '1', claimedBy: 'Kim' }])).toMatchObject([
      { state: 'taken', stateSince: 900, claimedBy: 'Kim' },
    ]);
  });
});

describe('the end', () => {
  test('"Visible = ringing" is false: what lingers after the end does not lengthen the call', () => {
    const { look } = film();
    look(0, [{ on: 'e', state: 'connected', from: A }]);
    look(5_000, [{ on: 'e', state: 'ended', from: A }]);
    expect(brief(look(65_000, [{ on: 'e', state: 'ended', from: A }]))).toEqual([`${A} ended 0–5000`]);
    expect(brief(look(600_000, [{ on: 'e', from: A }]))).toEqual([`${A} ended 0–5000`]);
  });

  test('an end is reported for 60 s at least, and as long as the box lingers', () => {
    const { look } = film();
    look(0, [{ on: 'e', state: 'connected', from: A }]);
    look(5_000, [{ on: 'e', state: 'ended', from: A }]);
    expect(look(6_000, [])).toHaveLength(1);
    expect(look(64_999, [])).toHaveLength(1);
    expect(look(65_000, [])).toHaveLength(0);
  });

  test('out of sight for the grace time: it ended when it was last seen, which is when the page next changed', () => {
    const { look, tracker } = film();
    look(0, [{ on: 'e', state: 'connected', from: A }]);
    look(30_000, [], { quietUntil: 29_950 });
    expect(tracker.deadline(30_000)).toBe(31_450);
    expect(brief(look(31_449, []))).toEqual([`${A} connected 0–0`]);
    expect(brief(look(31_450, []))).toEqual([`${A} ended 0–29950`]);
  });

  test('that holds also where the look that missed it came late', () => {
    const { look } = film();
    look(0, [{ on: 'e', state: 'connected', from: A }]);
    expect(brief(look(90_000, [], { quietUntil: 30_000 }))).toEqual([`${A} ended 0–30000`]);
  });

  test('"Removed = ended" is false: a root that is gone for less than the grace time was only drawn anew', () => {
    const { look } = film();
    look(0, [{ on: 'e1', state: 'connected', from: A }]);
    look(10_000, []);
    expect(brief(look(11_499, [{ on: 'e2', state: 'connected', from: A }]))).toEqual([`${A} connected 0–0`]);
    look(11_600, []);
    look(13_200, []);
    expect(brief(look(13_300, [{ on: 'e3', state: 'ringing', from: A }]))).toEqual([
      `${A} ended 0–11600`,
      `${A} ringing 13300–13300`,
    ]);
  });

  test('a hang-up click that is followed by the end ended the call at the click', () => {
    const { look, click } = film();
    look(0, [{ on: 'e', state: 'connected', from: A }]);
    click(59_900, 'e');
    look(60_100, [{ on: 'e', state: 'connected', from: A }]);
    expect(brief(look(60_400, [{ on: 'e', state: 'ended', from: A }]))).toEqual([`${A} ended 0–59900`]);
  });

  test('a hang-up click that is followed by disappearance ended it at the click, at once, whatever shows then', () => {
    const { look, click } = film();
    look(0, [{ on: 'e', state: 'connected', from: A }]);
    click(59_900, 'e');
    expect(brief(look(62_000, []))).toEqual([`${A} ended 0–59900`]);
    expect(brief(look(62_300, [{ on: 'e2', state: 'connected', from: A }]))).toEqual([`${A} ended 0–59900`]);
  });

  test('a reject click, and the same number on a new element within the grace time: two calls', () => {
    const { look, click } = film();
    look(0, [{ on: 'e', state: 'ringing', from: A }]);
    click(3_000, 'e');
    look(3_100, []);
    expect(brief(look(4_000, [{ on: 'e2', state: 'ringing', from: A }]))).toEqual([
      `${A} ended 0–3000`,
      `${A} ringing 4000–4000`,
    ]);
  });

  test('a hang-up click after which the call goes on ended nothing', () => {
    const { look, click } = film();
    look(0, [{ on: 'e', state: 'connected', from: A }]);
    click(10_000, 'e');
    look(20_000, [{ on: 'e', state: 'held', from: A }]);
    expect(brief(look(90_000, [{ on: 'e', state: 'ended', from: A }]))).toEqual([`${A} ended 0–90000`]);
  });

  test('a hang-up click that a person took back ended nothing, nor when the call goes much later', () => {
    const { look, click } = film();
    look(0, [{ on: 'e', state: 'connected', from: A }]);
    click(20_000, 'e');
    look(21_000, [{ on: 'e', state: 'connected', from: A }]);
    look(300_000, [{ on: 'e', state: 'connected', from: A }]);
    expect(brief(look(300_100, [{ on: 'e', state: 'ended', from: A }]))).toEqual([`${A} ended 0–300100`]);
  });

  test('a call that only goes out of sight is said to have vanished, one with a sign of its end is not', () => {
    const { look } = film();
    look(0, [
      { on: 'e', state: 'connected', from: A },
      { on: 'f', state: 'connected', id: '7' },
    ]);
    look(5_000, [{ on: 'f', state: 'ended', id: '7' }]);
    const calls = look(7_000, [{ on: 'f', state: 'ended', id: '7' }]);
    expect(calls.map((c) => [c.state, c.vanished ?? false])).toEqual([
      ['ended', true],
      ['ended', false],
    ]);
  });

  test('a call that is first seen as ended is said as such', () => {
    const { look } = film();
    expect(brief(look(0, [{ on: 'e', state: 'ended', id: '7' }]))).toEqual(['7 ended 0–0']);
  });
});

describe('one call or two', () => {
  test('the id of the CRM goes before everything: another element, another number', () => {
    const { look } = film();
    look(0, [{ on: 'e1', state: 'ringing', id: '7', from: A }]);
    const calls = look(1_000, [{ on: 'e2', state: 'connected', id: '7', from: B }]);
    expect(calls).toMatchObject([{ screenId: 'id:7', state: 'connected', from: A }]);
  });

  test('"The first match is it" is false: a second call comes before the active one', () => {
    const { look } = film();
    look(0, [{ on: 'e1', state: 'connected', from: A }]);
    expect(
      brief(
        look(1_000, [
          { on: 'e2', state: 'ringing', from: B },
          { on: 'e1', state: 'connected', from: A },
        ]),
      ),
    ).toEqual([`${A} connected 0–0`, `${B} ringing 1000–1000`]);
  });

  test('an id shown twice by one rule is one call, and the further state counts', () => {
    const { look } = film();
    const calls = look(0, [
      { on: 'e1', state: 'ringing', id: '7' },
      { on: 'e2', state: 'connected', id: '7' },
    ]);
    expect(calls).toMatchObject([{ screenId: 'id:7', state: 'connected' }]);
  });

  test('two forms with one number, by two rules, are one call; two elements of one rule are two', () => {
    const forms = film();
    const twoRules = forms.look(0, [
      { on: 'bubble', rule: 0, state: 'ringing', from: A },
      { on: 'row', rule: 1, state: 'connected', from: '555-010-1111' },
    ]);
    expect(brief(twoRules)).toEqual([`${A} connected 0–0`]);
    const twice = film();
    const oneRule = twice.look(0, [
      { on: 'e1', state: 'ringing', from: 'Anonymous' },
      { on: 'e2', state: 'ringing', from: 'Anonymous' },
    ]);
    expect(oneRule).toHaveLength(2);
  });

  test('a form that goes while another comes in the same look is one call', () => {
    const { look } = film();
    look(0, [{ on: 'bubble', state: 'connected', from: A }]);
    expect(brief(look(1_000, [{ on: 'chip', rule: 1 }]))).toEqual([`${A} connected 0–0`]);
    expect(brief(look(9_000, [{ on: 'bubble2', state: 'connected', from: A }]))).toEqual([
      `${A} connected 0–0`,
    ]);
  });

  test('a form with another number that comes as one goes is another call', () => {
    const { look } = film();
    look(0, [{ on: 'e1', state: 'ringing', from: A }]);
    look(1_000, [{ on: 'e2', state: 'ringing', from: B }]);
    expect(brief(look(2_600, [{ on: 'e2', state: 'ringing', from: B }]))).toEqual([
      `${A} ended 0–1000`,
      `${B} ringing 1000–1000`,
    ]);
  });

  test('several forms that go while as many others come are the same calls in the same order', () => {
    const { look } = film();
    look(0, [{ on: 'a', state: 'ringing', from: A }]);
    look(100, [
      { on: 'b', state: 'ringing', from: B },
      { on: 'a', state: 'ringing', from: A },
    ]);
    look(5_000, [
      { on: 'first', state: 'ringing', rule: 1 },
      { on: 'second', state: 'ringing', rule: 1 },
    ]);
    look(8_000, [{ on: 'second', state: 'ringing', rule: 1 }]);
    expect(brief(look(10_000, [{ on: 'second', state: 'ringing', rule: 1 }]))).toEqual([
      `${A} ringing 0–0`,
      `${B} ended 100–8000`,
    ]);
  });

  test('… also where later calls stand below', () => {
    const { look } = film();
    look(0, [{ on: 'a', state: 'ringing', from: A }]);
    look(100, [
      { on: 'a', state: 'ringing', from: A },
      { on: 'b', state: 'ringing', from: B },
    ]);
    look(5_000, [
      { on: 'first', state: 'ringing', rule: 1 },
      { on: 'second', state: 'ringing', rule: 1 },
    ]);
    look(8_000, [{ on: 'second', state: 'ringing', rule: 1 }]);
    expect(brief(look(10_000, [{ on: 'second', state: 'ringing', rule: 1 }]))).toEqual([
      `${A} ended 0–8000`,
      `${B} ringing 100–100`,
    ]);
  });

  test('of several forms that go while others come, one that talks is the call that talked', () => {
    const { look } = film();
    look(0, [
      { on: 'a', state: 'connected', from: A },
      { on: 'b', state: 'ringing', from: B },
    ]);
    const swapped = look(5_000, [
      { on: 'c', state: 'connected', rule: 1 },
      { on: 'd', state: 'ringing', rule: 1 },
    ]);
    expect(brief(swapped)).toEqual([`${A} connected 0–0`, `${B} ringing 0–0`]);
  });

  test('two calls without a number of their own that are drawn anew keep their order', () => {
    const { look } = film();
    const withheld = (on: string) => ({ on, state: 'ringing' as const, from: 'Anonymous' });
    look(0, [withheld('a')]);
    look(2_000, [withheld('a'), withheld('b')]);
    look(5_000, [withheld('c'), withheld('d')]);
    expect(brief(look(8_000, [{ ...withheld('c'), state: 'connected' }, withheld('d')]))).toEqual([
      'Anonymous connected 0–8000',
      'Anonymous ringing 2000–2000',
    ]);
  });

  test('a list of calls with one number that is drawn anew in another order keeps them apart', () => {
    const { look } = film();
    look(0, [
      { on: 'a1', state: 'connected', from: A },
      { on: 'b1', state: 'ringing', from: A },
    ]);
    look(500, [
      { on: 'b2', state: 'ringing', from: A },
      { on: 'a2', state: 'connected', from: A },
    ]);
    const calls = look(3_000, [
      { on: 'a3', state: 'connected', from: A },
      { on: 'b3', state: 'ringing', from: A },
    ]);
    expect(brief(calls)).toEqual([`${A} connected 0–0`, `${A} ringing 0–0`]);
  });

  test('two elements of one rule never become one call, though their number is the same', () => {
    const { look } = film();
    look(0, [{ on: 'a1', state: 'ringing', from: A }]);
    const calls = look(500, [
      { on: 'a2', state: 'ringing', from: A },
      { on: 'b2', state: 'ringing', from: A },
    ]);
    expect(brief(calls)).toEqual([`${A} ringing 0–0`, `${A} ringing 500–500`]);
  });

  test('a box without a number that rings where a connected one was is a new call', () => {
    const { look } = film();
    look(0, [{ on: 'e1', state: 'connected' }]);
    expect(brief(look(9_000, [{ on: 'e2', state: 'ringing' }]))).toEqual([
      '? connected 0–0',
      '? ringing 9000–9000',
    ]);
  });

  test('after a hang-up click the same number that rings on a new box is a new call', () => {
    const { look, click } = film();
    look(0, [{ on: 'e1', state: 'connected', from: A }]);
    click(9_000, 'e1');
    expect(brief(look(9_500, [{ on: 'e2', state: 'ringing', from: A }]))).toEqual([
      `${A} ended 0–9000`,
      `${A} ringing 9500–9500`,
    ]);
  });

  test('the same number twice in a row, the box not changing its text: ended, then ringing, is a new call', () => {
    const { look } = film();
    look(0, [{ on: 'e', state: 'ringing', from: A }]);
    look(5_000, [{ on: 'e', state: 'ended', from: A }]);
    look(8_000, [{ on: 'e', state: 'ringing', from: A }]);
    const calls = look(8_400, [{ on: 'e', state: 'ringing', from: A }]);
    expect(brief(calls)).toEqual([`${A} ended 0–5000`, `${A} ringing 8000–8000`]);
    expect(new Set(calls.map((c) => c.screenId)).size).toBe(2);
  });

  test('the same number twice in a row on a page that shows no ringing: ended, then talked on, is a new call', () => {
    const { look, tracker } = film();
    look(0, [{ on: 'panel', state: 'connected', from: A }]);
    look(5_000, [{ on: 'panel', state: 'ended', from: A }]);
    look(60_000, [{ on: 'panel', state: 'connected', from: A }]);
    expect(tracker.deadline(60_000)).toBe(60_400);
    look(60_400, [{ on: 'panel', state: 'connected', from: A }]);
    const calls = look(60_800, [{ on: 'panel', state: 'connected', from: A }]);
    expect(brief(calls)).toEqual([`${A} ended 0–5000`, `${A} connected 60000–60000`]);
  });

  test('a box that flashes up as talked on after its end is no new call', () => {
    const { look } = film();
    look(0, [{ on: 'panel', state: 'connected', from: A }]);
    look(5_000, [{ on: 'panel', state: 'ended', from: A }]);
    look(9_000, [{ on: 'panel', state: 'connected', from: A }]);
    look(9_200, [{ on: 'panel', state: 'connected', from: A }]);
    look(9_399, [{ on: 'panel', state: 'ended', from: A }]);
    expect(brief(look(30_000, [{ on: 'panel', state: 'ended', from: A }]))).toEqual([`${A} ended 0–5000`]);
  });

  test('the same number on a new box while the old one lingers is a new call', () => {
    const { look } = film();
    look(0, [{ on: 'e1', state: 'ended', from: A }]);
    const calls = look(1_000, [
      { on: 'e2', state: 'ringing', from: A },
      { on: 'e1', state: 'ended', from: A },
    ]);
    expect(brief(calls)).toEqual([`${A} ended 0–0`, `${A} ringing 1000–1000`]);
  });

  test('a key tells calls apart within a document, and a line that is used again is a new call', () => {
    const { look } = film();
    look(0, [{ on: 'e1', state: 'connected', key: '1' }]);
    expect(look(500, [{ on: 'e2', state: 'connected', key: '1' }])).toHaveLength(1);
    look(900, [{ on: 'e2', state: 'ended', key: '1' }]);
    look(5_000, [{ on: 'e2', state: 'ringing', key: '1' }]);
    const calls = look(5_400, [{ on: 'e2', state: 'ringing', key: '1' }]);
    expect(brief(calls)).toEqual(['? ended 0–900', '? ringing 5000–5000']);
  });

  test('"A node is one call" is false: a slot that is bound to another number ends one call and begins another', () => {
    const { look } = film();
    look(0, [{ on: 'slot', state: 'ringing', from: A }]);
    look(4_000, [{ on: 'slot', state: 'ringing', from: B }]);
    expect(brief(look(5_500, [{ on: 'slot', state: 'ringing', from: B }]))).toEqual([
      `${A} ended 0–4000`,
      `${B} ringing 4000–4000`,
    ]);
  });

  test('a slot that is bound to another id ends one call and begins another, at once if that id is new there', () => {
    const { look } = film();
    look(0, [{ on: 'slot', state: 'ringing', id: '1' }]);
    look(100, [{ on: 'slot', state: 'ringing', id: '2' }]);
    expect(brief(look(1_600, [{ on: 'slot', state: 'ringing', id: '2' }]))).toEqual([
      '1 ended 0–100',
      '2 ringing 100–100',
    ]);
  });

  test('calls that swap their slots stay themselves, though the number of one was only just read', () => {
    const { look } = film();
    look(0, [{ on: 'slot1', state: 'connected', from: A }]);
    look(5_000, [
      { on: 'slot1', state: 'connected', from: A },
      { on: 'slot2', state: 'ringing', from: B },
    ]);
    const swapped = look(5_200, [
      { on: 'slot1', state: 'connected', from: B },
      { on: 'slot2', state: 'held', from: A },
    ]);
    expect(brief(swapped)).toEqual([`${A} held 0–5200`, `${B} connected 5000–5200`]);
  });

  test('calls that swap their slots stay themselves', () => {
    const { look } = film();
    look(0, [
      { on: 'slot1', state: 'connected', id: '1' },
      { on: 'slot2', state: 'ringing', id: '2' },
    ]);
    const calls = look(1_000, [
      { on: 'slot1', state: 'ringing', id: '2' },
      { on: 'slot2', state: 'connected', id: '1' },
    ]);
    expect(brief(calls)).toEqual(['1 connected 0–0', '2 ringing 0–0']);
  });

  test('a number written in another way is the same number', () => {
    const { look } = film();
    look(0, [{ on: 'e', state: 'ringing', from: '+1 555 010 1111' }]);
    expect(brief(look(4_000, [{ on: 'e', state: 'connected', from: A }]))).toEqual([
      '+1 555 010 1111 connected 0–4000',
    ]);
  });
});

describe('fields that settle', () => {
  test('"The caller read at first sight is the caller" is false: the last caller shown for 150 ms neither splits nor names the call', () => {
    const { look } = film();
    look(0, [], { dormant: ['panel'] });
    expect(look(10_000, [{ on: 'panel', state: 'ringing', from: A, id: 'old' }])).toEqual([]);
    expect(look(10_150, [{ on: 'panel', state: 'ringing', from: B, id: 'new' }])).toEqual([]);
    expect(look(10_550, [{ on: 'panel', state: 'ringing', from: B, id: 'new' }])).toEqual([
      {
        screenId: 'id:new',
        state: 'ringing',
        direction: 'inbound',
        since: 10_000,
        stateSince: 10_000,
        from: B,
        id: 'new',
      },
    ]);
  });

  test('the last caller shown on a box that reappears within the grace time: the old call ended when it went', () => {
    const { look } = film();
    look(0, [{ on: 'panel', state: 'connected', from: A }]);
    look(60_000, [], { dormant: ['panel'] });
    look(61_000, [{ on: 'panel', state: 'ringing', from: A }]);
    look(61_150, [{ on: 'panel', state: 'ringing', from: B }]);
    expect(brief(look(62_000, [{ on: 'panel', state: 'ringing', from: B }]))).toEqual([
      `${A} ended 0–60000`,
      `${B} ringing 61000–61000`,
    ]);
  });

  test('on a new element the caller is corrected while it still changes, then stands', () => {
    const { look } = film();
    look(0, [{ on: 'e', state: 'ringing', from: A, name: 'Old Caller' }]);
    expect(look(150, [{ on: 'e', state: 'ringing', from: B, name: 'New Caller' }])).toMatchObject([
      { screenId: '1', from: B, name: 'New Caller', since: 0 },
    ]);
    expect(look(1_000, [{ on: 'e', state: 'ringing', from: B, name: 'Menu' }])).toMatchObject([
      { name: 'New Caller' },
    ]);
  });

  test('a field that is filled in late is taken, and one that goes is kept', () => {
    const { look } = film();
    look(0, [{ on: 'e', state: 'ringing' }]);
    look(3_000, [{ on: 'e', state: 'ringing', from: A }]);
    expect(look(4_000, [{ on: 'e', state: 'connected' }])).toMatchObject([{ from: A, state: 'connected' }]);
  });

  test('a number that flashes up on a box in mid-call does not split it', () => {
    const { look } = film();
    look(0, [{ on: 'e', state: 'connected', from: A }]);
    look(9_000, [{ on: 'e', state: 'connected', from: B }]);
    look(9_150, [{ on: 'e', state: 'connected', from: A }]);
    expect(brief(look(20_000, [{ on: 'e', state: 'connected', from: A }]))).toEqual([`${A} connected 0–0`]);
  });

  test('an id that comes a moment after its element names the call from the start', () => {
    const { look } = film();
    expect(look(0, [{ on: 'e', state: 'ringing', expectsId: true }])).toEqual([]);
    look(100, [{ on: 'e', state: 'ringing', id: '7' }]);
    expect(look(500, [{ on: 'e', state: 'ringing', id: '7' }])).toMatchObject([
      { screenId: 'id:7', id: '7', since: 0 },
    ]);
  });

  test('a message about another call of the same number is about none of those whose id differs', () => {
    const { look, tracker } = film();
    look(0, [{ on: 'e', state: 'ringing', from: A, id: '7' }]);
    expect(tracker.callOf({ id: '8', from: A })).toBeNull();
    expect(tracker.callOf({ from: A })).toMatchObject({ id: '7' });
  });

  test('an id that comes long after the call was told is told too, under the name that the call has', () => {
    const { look } = film();
    look(0, [{ on: 'e', state: 'ringing', from: A }]);
    const calls = look(5_000, [{ on: 'e', state: 'ringing', from: A, id: '7' }]);
    expect(calls.map(({ screenId, id }) => ({ screenId, id }))).toEqual([{ screenId: '1', id: '7' }]);
  });

  test('a field that never stops changing stands after ten settle times', () => {
    const { look } = film();
    let name: string | undefined;
    for (let at = 0; at < 9_000; at += 300) name = look(at, [{ on: 'e', name: `for ${at} ms` }])[0]?.name;
    expect(name).toBe('for 3900 ms');
  });

  test('a click names the call at once, as it shows then', () => {
    const { look, click, calls } = film();
    look(0, [], { dormant: ['panel'] });
    look(10_000, [{ on: 'panel', state: 'ringing', from: A }]);
    click(10_100, 'panel');
    expect(brief(calls())).toEqual([`${A} ringing 10000–10000`]);
  });

  test('a call that comes and goes before its fields stand is told in the end', () => {
    const { look } = film();
    look(0, [], { dormant: ['panel'] });
    look(10_000, [{ on: 'panel', state: 'ringing', from: A }]);
    look(10_200, [], { dormant: ['panel'] });
    expect(brief(look(11_700, [], { dormant: ['panel'] }))).toEqual([`${A} ended 10000–10200`]);
  });
});
