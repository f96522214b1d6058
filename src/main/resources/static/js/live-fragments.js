// Cuts what a MediaRecorder gives (fragmented MP4 in slices of any size) into the beginning and pieces of about a second,
// each of which begins with a key frame.
(function () {
  'use strict';

  function u32(bytes, at) { return ((bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3]) >>> 0; }
  function type(bytes, at) { return String.fromCharCode(bytes[at + 4], bytes[at + 5], bytes[at + 6], bytes[at + 7]); }
  function join(parts) {
    const all = new Uint8Array(parts.reduce(function (sum, part) { return sum + part.length; }, 0));
    parts.reduce(function (at, part) { all.set(part, at); return at + part.length; }, 0);
    return all;
  }
  function boxes(bytes, from, to) {
    const found = [];
    for (let at = from; at + 8 <= to;) {
      const size = u32(bytes, at);
      if (size < 8 || at + size > to) break;
      found.push({ type: type(bytes, at), at: at, body: at + 8, end: at + size });
      at += size;
    }
    return found;
  }
  function inside(bytes, box, name) { return boxes(bytes, box.body, box.end).filter(function (one) { return one.type === name; }); }

  // Each track's id, whether it is the picture, ticks of a second and defaults.
  function tracksOf(bytes) {
    const tracks = {};
    const moov = boxes(bytes, 0, bytes.length).find(function (box) { return box.type === 'moov'; });
    inside(bytes, moov, 'trak').forEach(function (trak) {
      const tkhd = inside(bytes, trak, 'tkhd')[0], mdia = inside(bytes, trak, 'mdia')[0];
      const mdhd = inside(bytes, mdia, 'mdhd')[0], hdlr = inside(bytes, mdia, 'hdlr')[0];
      const id = u32(bytes, tkhd.body + (bytes[tkhd.body] === 1 ? 20 : 12));
      tracks[id] = { picture: type(bytes, hdlr.body + 4) === 'vide', scale: u32(bytes, mdhd.body + (bytes[mdhd.body] === 1 ? 20 : 12)), duration: 0, flags: 0 };
    });
    const mvex = inside(bytes, moov, 'mvex')[0];
    if (mvex) inside(bytes, mvex, 'trex').forEach(function (trex) {
      const track = tracks[u32(bytes, trex.body + 4)];
      if (track) { track.duration = u32(bytes, trex.body + 12); track.flags = u32(bytes, trex.body + 20); }
    });
    return tracks;
  }

  // How long a fragment is, by the picture where there is one, and whether it can be played by itself.
  function measure(bytes, moof, tracks) {
    const picture = Object.keys(tracks).some(function (id) { return tracks[id].picture; });
    let millis = 0, key = !picture;
    inside(bytes, moof, 'traf').forEach(function (traf) {
      const tfhd = inside(bytes, traf, 'tfhd')[0];
      const track = tracks[u32(bytes, tfhd.body + 4)];
      if (!track || track.picture !== picture) return;
      const given = u32(bytes, tfhd.body) & 0xffffff;
      let at = tfhd.body + 8 + (given & 1 ? 8 : 0) + (given & 2 ? 4 : 0), duration = track.duration, sample = track.flags;
      if (given & 8) { duration = u32(bytes, at); at += 4; }
      if (given & 16) at += 4;
      if (given & 32) sample = u32(bytes, at);
      let ticks = 0, first = true;
      inside(bytes, traf, 'trun').forEach(function (trun) {
        const flags = u32(bytes, trun.body) & 0xffffff, count = u32(bytes, trun.body + 4);
        let place = trun.body + 8 + (flags & 1 ? 4 : 0), firstFlags = sample;
        if (flags & 4) { firstFlags = u32(bytes, place); place += 4; }
        const width = [0x100, 0x200, 0x400, 0x800].filter(function (bit) { return flags & bit; }).length * 4;
        if (flags & 0x400 && !(flags & 4)) firstFlags = u32(bytes, place + (flags & 0x100 ? 4 : 0) + (flags & 0x200 ? 4 : 0));
        for (let n = 0; n < count; n++) ticks += flags & 0x100 ? u32(bytes, place + n * width) : duration;
        if (first && picture) key = !(firstFlags & 0x10000);
        first = false;
      });
      millis += ticks * 1000 / track.scale;
    });
    return { millis: millis, key: key };
  }

  // `onInit(bytes)`, then `onPiece(bytes, millis)` again and again. A recorder whose fragments all begin with a key frame
  // waits for nothing; another's are gathered until the next key frame.
  function Cutter(leastMillis, onInit, onPiece) {
    let rest = new Uint8Array(0), head = [], tracks = null, moof = null, parts = [], millis = 0, gathers = false;

    function flush() {
      if (parts.length && millis >= 100) onPiece(join(parts), millis);
      parts = [];
      millis = 0;
    }

    function fragment(bytes, at) {
      const found = measure(bytes, at, tracks);
      if (!found.key && !parts.length) { gathers = true; return; }
      if (found.key && millis >= leastMillis) flush();
      parts.push(bytes);
      millis += found.millis;
      if (!gathers && millis >= leastMillis) flush();
    }

    this.push = function (slice) {
      rest = rest.length ? join([rest, slice]) : slice;
      let at = 0;
      while (at + 8 <= rest.length) {
        const size = u32(rest, at);
        if (size < 8) throw new Error('not an MP4');
        if (at + size > rest.length) break;
        const name = type(rest, at), box = rest.slice(at, at + size);
        if (name === 'ftyp' || name === 'moov') {
          head.push(box);
          if (name === 'moov') { const init = join(head); tracks = tracksOf(init); onInit(init); }
        } else if (name === 'moof') moof = box;
        else if (name === 'mdat' && moof && tracks) { const whole = join([moof, box]); fragment(whole, boxes(whole, 0, whole.length)[0]); moof = null; }
        at += size;
      }
      rest = rest.slice(at);
    };
    this.end = flush;
  }

  window.LiveFragments = { Cutter: Cutter };
})();
