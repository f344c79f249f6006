package org.vigie.opinion;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes small models in ONNX (protobuf, by the field numbers of onnx.proto3): the numbers of a piece are a row of a
 * table, {@code logits = Gather(table, input_ids)}.
 */
final class OnnxFile {
    private static final int FLOAT = 1;
    private static final int INT32 = 6;
    private static final int INT64 = 7;
    private static final int SIDE = 512;

    private final List<Message> nodes = new ArrayList<>();
    private final List<Message> inputs = new ArrayList<>();
    private final List<Message> tensors = new ArrayList<>();
    private int wholeNumbers = INT64;

    /** A protobuf message in the making. */
    private static final class Message {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Message number(int field, long value) {
            varint(field << 3);
            varint(value);
            return this;
        }

        Message bytes(int field, byte[] value) {
            varint((long) field << 3 | 2);
            varint(value.length);
            bytes.writeBytes(value);
            return this;
        }

        Message text(int field, String value) {
            return bytes(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Message message(int field, Message value) {
            return bytes(field, value.bytes.toByteArray());
        }

        private void varint(long value) {
            long rest = value;
            for (; (rest & ~0x7FL) != 0; rest >>>= 7) bytes.write((int) (rest & 0x7F | 0x80));
            bytes.write((int) rest);
        }
    }

    /** @param table a row of as many numbers as there are labels for each piece */
    static OnnxFile of(float[][] table) {
        OnnxFile file = new OnnxFile();
        ByteBuffer raw = ByteBuffer.allocate(4 * table.length * table[0].length).order(ByteOrder.LITTLE_ENDIAN);
        for (float[] row : table) for (float one : row) raw.putFloat(one);
        file.tensors.add(tensor("table", raw.array(), table.length, table[0].length));
        file.node("Gather", "found", "table", "input_ids");
        return file;
    }

    /** Every answer takes so many multiplications of matrices, some milliseconds each; they add nothing. */
    OnnxFile slow(int steps) {
        tensors.add(tensor("zeros", new byte[4 * SIDE * SIDE], SIDE, SIDE));
        nodes.add(new Message()
                .text(1, "input_ids")
                .text(2, "ids")
                .text(4, "Cast")
                .message(5, new Message().text(1, "to").number(3, FLOAT).number(20, 2)));
        node("ReduceSum", "sum", "ids");
        node("Mul", "step0", "zeros", "sum");
        for (int i = 0; i < steps; i++) node("MatMul", "step" + (i + 1), "step" + i, "zeros");
        node("ReduceSum", "nothing", "step" + steps);
        node("Add", "slowly", "found", "nothing");
        return this;
    }

    OnnxFile narrow() {
        wholeNumbers = INT32;
        return this;
    }

    OnnxFile input(String name) {
        inputs.add(value(name, wholeNumbers, "one", "pieces"));
        return this;
    }

    byte[] bytes() {
        boolean slow = tensors.size() > 1;
        node("Identity", "logits", slow ? "slowly" : "found");
        List<Message> all = new ArrayList<>(inputs);
        all.addFirst(value("input_ids", wholeNumbers, "one", "pieces"));
        Message graph = new Message();
        nodes.forEach(node -> graph.message(1, node));
        graph.text(2, "test");
        tensors.forEach(tensor -> graph.message(5, tensor));
        all.forEach(input -> graph.message(11, input));
        graph.message(12, value("logits", FLOAT, "one", "pieces", "labels"));
        return new Message()
                .number(1, 8)
                .message(7, graph)
                .message(8, new Message().text(1, "").number(2, 13))
                .bytes
                .toByteArray();
    }

    private void node(String operator, String output, String... from) {
        Message node = new Message();
        for (String input : from) node.text(1, input);
        nodes.add(node.text(2, output).text(4, operator));
    }

    private static Message tensor(String name, byte[] raw, int rows, int columns) {
        return new Message()
                .number(1, rows)
                .number(1, columns)
                .number(2, FLOAT)
                .text(8, name)
                .bytes(9, raw);
    }

    private static Message value(String name, int type, String... dimensions) {
        Message shape = new Message();
        for (String dimension : dimensions) shape.message(1, new Message().text(2, dimension));
        Message tensor = new Message().number(1, type).message(2, shape);
        return new Message().text(1, name).message(2, new Message().message(1, tensor));
    }
}
