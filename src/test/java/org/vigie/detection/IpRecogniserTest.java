package org.vigie.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IpRecogniserTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "serveur ⟦IP 192.168.1.24⟧:8080",
                "⟦IP 10.0.3.0⟧/24 et ⟦IP 91.198.174.192⟧.",
                "ping ⟦IP 8.8.8.8⟧",
                "⟦IP 2a01:e0a:1f2:3b40::1⟧, [⟦IP 2001:db8::1⟧]:443",
                "⟦IP fe80::1ff:fe23:4567:890a⟧%eth0",
                "⟦IP 2001:0db8:0000:0000:0000:ff00:0042:8329⟧",
                "::1 et ⟦IP ::ffff:192.168.1.5⟧",
            })
    void finds_addresses(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "⟦MAC 00:1B:44:11:3A:B7⟧, ⟦MAC 00-1b-44-11-3a-b7⟧, ⟦MAC 001b.4411.3ab7⟧",
            })
    void finds_hardware_addresses(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "masque 255.255.255.0",
                "version 2.17.1.0",
                "chapitre 1.2.3.4",
                "1.2.3.4",
                "256.1.1.1",
                "224.0.0.1",
                "::1",
                "ff02::1",
                "std::vector<int>",
                "a::b",
                "12:34:56",
                "0:0:0:0:0:0:0:1",
                "01-02-03-04-05-06",
                "ff:ff:ff:ff:ff:ff",
                "1.2.3.4.5",
            })
    void leaves_near_misses(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }
}
