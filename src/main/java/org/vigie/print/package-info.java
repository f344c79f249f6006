/**
 * What is handed out on paper: {@link org.vigie.print.Document}, made of {@link org.vigie.print.Part}s, becomes a tagged
 * PDF (PDF/UA-1, ISO 14289-1) by {@link org.vigie.print.Pdf}. It only computes: it knows neither who asks nor what a
 * document is about, and none of it is loaded before the first one is asked for.
 */
@NullMarked
package org.vigie.print;

import org.jspecify.annotations.NullMarked;
