// The pixels of a PNG of 8 bits a channel, not interlaced (PNG specification, sections 7, 9 and 11).

import { inflateSync } from "node:zlib";

/** @returns {{width: number, height: number, pixels: number[][]}} each pixel as red, green, blue, alpha. */
export function png(bytes) {
  if (bytes.toString("latin1", 1, 4) !== "PNG") throw new Error("This is no PNG.");
  const parts = [];
  let head;
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString("latin1", at + 4, at + 8);
    const content = bytes.subarray(at + 8, at + 8 + length);
    if (type === "IHDR") head = content;
    if (type === "IDAT") parts.push(content);
    at += 12 + length;
  }
  const [width, height, depth, colour, interlaced] = [head.readUInt32BE(0), head.readUInt32BE(4), head[8], head[9], head[12]];
  const channels = { 2: 3, 6: 4 }[colour];
  if (depth !== 8 || interlaced || !channels) throw new Error("Only 8 bits a channel, in colour and not interlaced, are read here.");
  const raw = inflateSync(Buffer.concat(parts));
  const line = width * channels;
  const lines = Buffer.alloc(line * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (line + 1)];
    for (let x = 0; x < line; x++) {
      const left = x >= channels ? lines[y * line + x - channels] : 0;
      const up = y > 0 ? lines[(y - 1) * line + x] : 0;
      const corner = x >= channels && y > 0 ? lines[(y - 1) * line + x - channels] : 0;
      lines[y * line + x] = raw[y * (line + 1) + 1 + x] + [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
    }
  }
  const pixels = Array.from({ length: width * height }, (_, i) => [...lines.subarray(i * channels, i * channels + channels), 255].slice(0, 4));
  return { width, height, pixels };
}

function paeth(left, up, corner) {
  const guess = left + up - corner;
  const [a, b, c] = [left, up, corner].map((each) => Math.abs(guess - each));
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
