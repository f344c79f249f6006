package org.vigie.knowledge;

import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.util.ElisionFilter;

/**
 * French words as they are searched for: without « l' » and « qu' », without stop words, by their light stem (Savoy),
 * without accents, so that a question typed without them finds as much.
 */
final class FrenchAnalysis extends Analyzer {
    private static final CharArraySet ELIDED = new CharArraySet(
            List.of("l", "m", "t", "qu", "n", "s", "j", "d", "c", "jusqu", "quoiqu", "lorsqu", "puisqu"), true);

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        TokenStream stream = new LowerCaseFilter(new ElisionFilter(words, ELIDED));
        stream = new StopFilter(stream, FrenchAnalyzer.getDefaultStopSet());
        stream = new FrenchLightStemFilter(stream);
        return new TokenStreamComponents(words, new ASCIIFoldingFilter(stream));
    }
}
