package org.vigie.parsing;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.URL;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.vigie.parsing.Frames.Request;

/**
 * The child process: reads the files that it is asked for, one after the other, and ends when nothing is asked for a
 * while or when its parent is gone. It opens no connection: no name resolves, no protocol but files is known.
 */
final class ReadingProcess {
    private static final long IDLE_SECONDS = 60;

    private ReadingProcess() {}

    /** @param arguments as {@link #arguments} writes them */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        DataOutputStream answers =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        System.setOut(System.err);
        URL.setURLStreamHandlerFactory(protocol -> protocol.matches("file|jar|jrt") ? null : new NoConnection());
        Limits limits = limits(arguments);
        boolean installed = Recognition.isInstalled();
        BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
        Thread.ofPlatform().daemon().name("requests").start(() -> listen(requests));
        while (true) {
            Request request = requests.poll(IDLE_SECONDS, TimeUnit.SECONDS);
            if (request == null) return;
            answer(request, limits, installed, answers);
        }
    }

    static String[] arguments(Limits limits) {
        return new String[] {
            Long.toString(limits.bytes()),
            Integer.toString(limits.pages()),
            Integer.toString(limits.characters()),
            limits.soft().toString(),
            limits.hard().toString(),
            limits.recognition().toString(),
            limits.recognitionOfAPage().toString(),
            Integer.toString(limits.heapMegabytes())
        };
    }

    private static Limits limits(String[] arguments) {
        return new Limits(
                Long.parseLong(arguments[0]),
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]),
                java.time.Duration.parse(arguments[3]),
                java.time.Duration.parse(arguments[4]),
                java.time.Duration.parse(arguments[5]),
                java.time.Duration.parse(arguments[6]),
                Integer.parseInt(arguments[7]));
    }

    private static void answer(Request request, Limits limits, boolean installed, DataOutputStream answers)
            throws IOException {
        Recognition recognition =
                new Recognition(limits.recognition(), limits.recognitionOfAPage(), installed, () -> tell(answers));
        try {
            Frames.write(answers, new Reading(limits, recognition).read(request.file(), request.name()));
        } catch (Unreadable unreadable) {
            Frames.write(answers, unreadable.fault());
        }
    }

    private static void tell(DataOutputStream answers) {
        try {
            answers.writeByte(Frames.RECOGNISING);
            answers.flush();
        } catch (IOException gone) {
            throw new java.io.UncheckedIOException(gone);
        }
    }

    /** The end of what the parent says is the parent's end, whatever is being read. */
    private static void listen(BlockingQueue<Request> requests) {
        try (DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in))) {
            while (true) requests.add(Frames.readRequest(in));
        } catch (IOException _) {
            ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
            Runtime.getRuntime().halt(0);
        }
    }

    private static final class NoConnection extends java.net.URLStreamHandler {
        @Override
        protected java.net.URLConnection openConnection(URL url) throws IOException {
            throw new IOException("no network here");
        }
    }
}
