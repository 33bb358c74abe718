"""How a PDF's pages become text: glyphs, words, lines, columns, margins, sight and doubt."""
