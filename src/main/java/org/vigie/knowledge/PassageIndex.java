package org.vigie.knowledge;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.vigie.store.StoreException;

/**
 * Passages, searched by the words of a question: BM25 with its defaults (k1 1.2, b 0.75; Robertson and Zaragoza, 2009)
 * over the text and, less, the title. In our study of French questions that title was worth more than any embedding
 * that was tried, and turning k1 and b was worth nothing.
 */
public final class PassageIndex implements AutoCloseable {
    private static final String ID = "id";
    private static final String TITLE = "title";
    private static final String TEXT = "text";
    private static final String DOCUMENT = "document";
    private static final String SPACE = "space";
    /** In the commit's own data: how far the index has followed. */
    private static final String NUMBER = "number";

    private static final float TITLE_WEIGHT = 0.7f;
    /** Words of a question that are searched for; a pasted page is no question. */
    private static final int MOST_WORDS = 200;

    private final IndexWriter writer;
    private final SearcherManager searchers;

    private PassageIndex(IndexWriter writer, SearcherManager searchers) {
        this.writer = writer;
        this.searchers = searchers;
    }

    /** A passage that was found, and how well its words match; scores of different questions do not compare. */
    public record Hit(Passage passage, float score) {}

    /** @throws StoreException where the directory cannot be read or written */
    public static PassageIndex open(Directory directory) {
        try {
            IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new FrenchAnalysis()));
            return new PassageIndex(writer, new SearcherManager(writer, null));
        } catch (IOException refused) {
            throw failed(refused);
        }
    }

    /** Adds passages, or replaces those of the same id; searches see them once it returns. */
    public void put(List<Passage> passages) {
        try {
            for (Passage passage : passages) writer.updateDocument(new Term(ID, passage.id()), document(passage));
            writer.commit();
            searchers.maybeRefreshBlocking();
        } catch (IOException refused) {
            throw failed(refused);
        }
    }

    /** Puts a document's passages in place of those that it had; for searches from {@link #commit} on. */
    void replace(UUID document, UUID space, List<Passage> passages) {
        try {
            List<Document> documents = new ArrayList<>();
            for (Passage passage : passages) {
                Document one = document(passage);
                one.add(new StringField(DOCUMENT, document.toString(), Field.Store.NO));
                one.add(new StringField(SPACE, space.toString(), Field.Store.NO));
                documents.add(one);
            }
            writer.updateDocuments(new Term(DOCUMENT, document.toString()), documents);
        } catch (IOException refused) {
            throw failed(refused);
        }
    }

    /** Takes a document out; for searches from {@link #commit} on. */
    void remove(UUID document) {
        try {
            writer.deleteDocuments(new Term(DOCUMENT, document.toString()));
        } catch (IOException refused) {
            throw failed(refused);
        }
    }

    /** Makes what was replaced and removed durable and searchable. @param number how far this index has followed */
    void commit(long number) {
        try {
            writer.setLiveCommitData(Map.of(NUMBER, Long.toString(number)).entrySet());
            writer.commit();
            searchers.maybeRefreshBlocking();
        } catch (IOException refused) {
            throw failed(refused);
        }
    }

    /** How far it has followed; 0 for a new one. */
    long number() {
        Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
        if (data == null) return 0;
        for (Map.Entry<String, String> entry : data) {
            if (entry.getKey().equals(NUMBER)) return Long.parseLong(entry.getValue());
        }
        return 0;
    }

    /** Forgets everything; for searches from {@link #commit} on. */
    void clear() {
        try {
            writer.deleteAll();
        } catch (IOException refused) {
            throw failed(refused);
        }
    }

    private static Document document(Passage passage) {
        Document document = new Document();
        document.add(new StringField(ID, passage.id(), Field.Store.YES));
        document.add(new TextField(TITLE, passage.title(), Field.Store.YES));
        document.add(new TextField(TEXT, passage.text(), Field.Store.YES));
        return document;
    }

    /** The best passages first, at most so many; none where the question has no word to search for. */
    public List<Hit> search(String question, int most) {
        return search(most, () -> query(question));
    }

    /** The same within these spaces: nothing of another one is looked at, counted or ranked. */
    List<Hit> search(String question, Set<UUID> spaces, int most) {
        List<BytesRef> open =
                spaces.stream().map(id -> new BytesRef(id.toString())).toList();
        return search(
                most,
                () -> new BooleanQuery.Builder()
                        .add(query(question), Occur.MUST)
                        .add(new TermInSetQuery(SPACE, open), Occur.FILTER)
                        .build());
    }

    private interface Wanted {
        Query query() throws IOException;
    }

    private List<Hit> search(int most, Wanted wanted) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                List<Hit> hits = new ArrayList<>();
                for (ScoreDoc found : searcher.search(wanted.query(), most).scoreDocs) {
                    Document document = searcher.storedFields().document(found.doc);
                    hits.add(new Hit(
                            new Passage(document.get(ID), document.get(TITLE), document.get(TEXT)), found.score));
                }
                return hits;
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException unreadable) {
            throw failed(unreadable);
        }
    }

    @Override
    public void close() {
        try {
            searchers.close();
            writer.close();
        } catch (IOException refused) {
            throw failed(refused);
        }
    }

    private Query query(String question) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (String word : wordsOf(writer.getAnalyzer(), question)) {
            query.add(new TermQuery(new Term(TEXT, word)), Occur.SHOULD);
            query.add(new BoostQuery(new TermQuery(new Term(TITLE, word)), TITLE_WEIGHT), Occur.SHOULD);
        }
        return query.build();
    }

    /** As they are searched for. */
    static Set<String> wordsOf(Analyzer analysis, String question) throws IOException {
        Set<String> words = new LinkedHashSet<>();
        try (TokenStream stream = analysis.tokenStream(TEXT, question)) {
            CharTermAttribute word = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (words.size() < MOST_WORDS && stream.incrementToken()) words.add(word.toString());
            stream.end();
        }
        return words;
    }

    private static StoreException failed(IOException fault) {
        return new StoreException("The search index cannot be used: " + fault.getMessage(), fault);
    }
}
