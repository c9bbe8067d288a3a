package org.sceau.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MerkleTreeTest {
    private static final int LARGEST = 40;

    @Test
    void proofs_outside_the_tree_are_refused() {
        MerkleTree tree = tree(3);
        assertThatThrownBy(() -> tree.inclusion(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> tree.consistency(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree.consistency(4)).isInstanceOf(IllegalArgumentException.class);
        assertThat(MerkleProof.includes(leaf(0), 3, 3, List.of(), tree.root())).isFalse();
        assertThat(MerkleProof.includes(leaf(0), -1, 3, List.of(), tree.root())).isFalse();
        assertThat(MerkleProof.extendsTree(0, tree.root(), 3, tree.root(), List.of()))
                .isFalse();
        assertThat(MerkleProof.extendsTree(3, tree.root(), 2, tree.root(), List.of()))
                .isFalse();
    }

    @Test
    void a_proof_that_was_touched_proves_nothing() {
        for (int size = 2; size <= LARGEST; size++) {
            MerkleTree tree = tree(size);
            for (int index = 0; index < size; index++) {
                for (List<Hash> bad : touched(tree.inclusion(index))) {
                    assertThat(MerkleProof.includes(leaf(index), index, size, bad, tree.root()))
                            .isFalse();
                }
            }
            for (int earlier = 1; earlier < size; earlier++) {
                for (List<Hash> bad : touched(tree.consistency(earlier))) {
                    assertThat(MerkleProof.extendsTree(earlier, tree(earlier).root(), size, tree.root(), bad))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void a_tree_with_another_past_is_no_extension() {
        MerkleTree past = new MerkleTree(List.of(leaf(0), leaf(9), leaf(2)));
        assertThat(MerkleProof.extendsTree(3, past.root(), 7, tree(7).root(), tree(7).consistency(3)))
                .isFalse();
    }

    @Test
    void every_leaf_is_included_and_every_earlier_tree_is_a_prefix() {
        for (int size = 1; size <= LARGEST; size++) {
            MerkleTree tree = tree(size);
            for (int index = 0; index < size; index++) {
                assertThat(MerkleProof.includes(leaf(index), index, size, tree.inclusion(index), tree.root()))
                        .isTrue();
                assertThat(MerkleProof.extendsTree(
                                index + 1, tree(index + 1).root(), size, tree.root(), tree.consistency(index + 1)))
                        .isTrue();
            }
        }
    }

    @Test
    void roots_are_those_of_the_certificate_transparency_test_vectors() {
        List<Hash> leaves = Stream.of(
                        "",
                        "00",
                        "10",
                        "2021",
                        "3031",
                        "40414243",
                        "5051525354555657",
                        "606162636465666768696a6b6c6d6e6f")
                .map(hex -> LeafHash.of(HexFormat.of().parseHex(hex)))
                .toList();
        assertThat(new MerkleTree(List.of()).root().hex())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(new MerkleTree(leaves.subList(0, 3)).root().hex())
                .isEqualTo("aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77");
        assertThat(new MerkleTree(leaves).root().hex())
                .isEqualTo("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    }

    private static List<List<Hash>> touched(List<Hash> proof) {
        List<List<Hash>> all = new ArrayList<>();
        List<Hash> longer = new ArrayList<>(proof);
        longer.add(leaf(0));
        all.add(longer);
        if (!proof.isEmpty()) {
            all.add(proof.subList(1, proof.size()));
            all.add(proof.subList(0, proof.size() - 1));
            List<Hash> changed = new ArrayList<>(proof);
            changed.set(proof.size() / 2, LeafHash.of(new byte[] {42, 42}));
            all.add(changed);
        }
        return all;
    }

    private static MerkleTree tree(int size) {
        return new MerkleTree(
                IntStream.range(0, size).mapToObj(MerkleTreeTest::leaf).toList());
    }

    private static Hash leaf(int index) {
        return LeafHash.of(new byte[] {(byte) index});
    }
}
