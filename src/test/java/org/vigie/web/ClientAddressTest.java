package org.vigie.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.77, 192.0.2.0",
        "203.0.113.255, 203.0.113.0",
        "2001:db8:7:1234:5678:9abc:def0:1, 2001:db8:7:0:0:0:0:0",
        "::1, 0:0:0:0:0:0:0:0",
        "somebody.example, ''",
        "'', ''"
    })
    void a_network_names_no_single_machine(String address, String network) {
        assertThat(ClientAddress.network(address)).isEqualTo(network);
    }
}
