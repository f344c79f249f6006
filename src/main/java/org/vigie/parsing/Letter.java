package org.vigie.parsing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.message.DefaultMessageWriter;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.datatypes.StringChunk;
import org.apache.tika.exception.TikaException;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** Messages: who wrote when to whom, what, and what is attached. The text is preferred to its HTML. */
final class Letter {
    private static final int DEEPEST = 20;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.FRANCE);

    private final Reading reading;
    private final List<String> plain = new ArrayList<>();
    private final List<String> html = new ArrayList<>();

    private Letter(Reading reading) {
        this.reading = reading;
    }

    /** @return the subject */
    static String readMail(Path file, Reading reading) throws IOException, SAXException, TikaException {
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
        try (InputStream in = Files.newInputStream(file)) {
            Message message = builder.parseMessage(in);
            String subject = message.getSubject() == null ? "" : message.getSubject();
            head(
                    reading,
                    message.getFrom() == null ? "" : addresses(message.getFrom()),
                    message.getTo() == null ? "" : addresses(message.getTo().flatten()),
                    message.getCc() == null ? "" : addresses(message.getCc().flatten()),
                    message.getDate(),
                    subject);
            Letter letter = new Letter(reading);
            letter.walk(message, 0);
            letter.body();
            return subject;
        }
    }

    /** @return the subject */
    static String readOutlook(Path file, Reading reading) throws IOException, SAXException, TikaException {
        try (MAPIMessage message = new MAPIMessage(file.toFile())) {
            message.setReturnNullOnMissingChunk(true);
            message.guess7BitEncoding();
            return outlook(message, reading);
        } catch (org.apache.poi.hsmf.exceptions.ChunkNotFoundException missing) {
            throw new IOException(missing);
        }
    }

    private static String outlook(MAPIMessage message, Reading reading)
            throws IOException, SAXException, TikaException, org.apache.poi.hsmf.exceptions.ChunkNotFoundException {
        String subject = orEmpty(message.getSubject());
        java.util.Calendar date = message.getMessageDate();
        head(
                reading,
                orEmpty(message.getDisplayFrom()),
                orEmpty(message.getDisplayTo()),
                orEmpty(message.getDisplayCC()),
                date == null ? null : date.getTime(),
                subject);
        String text = orEmpty(message.getTextBody());
        String page = orEmpty(message.getHtmlBody());
        String rich = orEmpty(message.getRtfBody());
        Letter letter = new Letter(reading);
        if (!text.isBlank()) letter.plain.add(text);
        if (!page.isBlank()) letter.html.add(page);
        letter.body();
        if (text.isBlank() && page.isBlank() && !rich.isBlank()) {
            Office.readRtf(new ByteArrayInputStream(rich.getBytes(StandardCharsets.ISO_8859_1)), reading);
        }
        for (AttachmentChunks attachment : message.getAttachmentFiles()) attach(attachment, reading);
        return subject;
    }

    private static void attach(AttachmentChunks attachment, Reading reading) throws IOException {
        String name = name(attachment);
        if (attachment.isEmbeddedMessage()) {
            // Its parts stand among those of the message, not in a file that could be read like others.
            reading.collected().note(Extract.Kind.ATTACHMENT_SKIPPED, name);
        } else if (attachment.getAttachData() != null && !isInline(attachment)) {
            reading.attach(
                    name, new ByteArrayInputStream(attachment.getAttachData().getValue()));
        }
    }

    private static boolean isInline(AttachmentChunks attachment) {
        StringChunk type = attachment.getAttachMimeTag();
        return attachment.getAttachContentId() != null
                && type != null
                && type.getValue().startsWith("image/");
    }

    private static String name(AttachmentChunks attachment) {
        for (StringChunk name : java.util.Arrays.asList(
                attachment.getAttachLongFileName(),
                attachment.getAttachFileName(),
                attachment.getAttachDisplayName())) {
            if (name != null && !name.getValue().isBlank()) return name.getValue();
        }
        return attachment.getPOIFSName();
    }

    private void walk(Entity entity, int depth) throws IOException {
        Body body = entity.getBody();
        if (depth > DEEPEST || body == null) return;
        if (body instanceof Multipart parts) {
            for (Entity part : parts.getBodyParts()) walk(part, depth + 1);
        } else if (body instanceof Message message) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new DefaultMessageWriter().writeMessage(message, bytes);
            String subject = message.getSubject() == null ? "message" : message.getSubject();
            reading.attach(subject + ".eml", new ByteArrayInputStream(bytes.toByteArray()));
        } else if (body instanceof SingleBody single) {
            single(entity, single);
        }
    }

    private void single(Entity entity, SingleBody body) throws IOException {
        String name = entity.getFilename();
        String type = entity.getMimeType();
        boolean attached = "attachment".equalsIgnoreCase(entity.getDispositionType()) || name != null;
        if (!attached && type.equals("text/plain")) {
            plain.add(decoded(body, entity));
        } else if (!attached && type.equals("text/html")) {
            html.add(decoded(body, entity));
        } else if (attached && !(type.startsWith("image/") && entity.getHeader().getField("Content-ID") != null)) {
            reading.attach(name == null ? type.replace('/', '.') : name, body.getInputStream());
        }
    }

    private void body() throws IOException, SAXException, TikaException {
        boolean written = plain.stream().anyMatch(text -> !text.isBlank());
        plain.forEach(reading.collected()::paragraphs);
        if (written) return;
        for (String page : html) {
            byte[] bytes = ("\ufeff" + page).getBytes(StandardCharsets.UTF_8);
            Office.readHtml(new ByteArrayInputStream(bytes), reading);
        }
    }

    private static String decoded(SingleBody body, Entity entity) throws IOException {
        byte[] bytes = body.getInputStream().readAllBytes();
        String charset = entity.getCharset();
        if (charset == null || charset.equalsIgnoreCase("us-ascii")) return Words.decode(bytes);
        try {
            return new String(bytes, charset);
        } catch (java.io.UnsupportedEncodingException _) {
            return Words.decode(bytes);
        }
    }

    private static void head(
            Reading reading, String from, String to, String copy, @Nullable Date date, String subject) {
        StringBuilder head = new StringBuilder();
        line(head, "De", from);
        line(head, "À", to);
        line(head, "Cc", copy);
        if (date != null) line(head, "Date", day(date));
        line(head, "Objet", subject);
        reading.collected().paragraph(head.toString());
    }

    private static void line(StringBuilder head, String label, String value) {
        if (!value.isBlank())
            head.append(label).append("\u00a0: ").append(value).append('\n');
    }

    private static String day(Date date) {
        return DAY.format(date.toInstant().atZone(ZoneId.of("Europe/Paris")));
    }

    private static String addresses(List<Mailbox> list) {
        return list.stream()
                .map(one -> one.getName() == null ? one.getAddress() : one.getName() + " <" + one.getAddress() + ">")
                .collect(Collectors.joining(", "));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.replace("\0", "");
    }
}
